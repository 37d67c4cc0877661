/* capture.h: what is said on standard error while a function of the program runs inside the test. */
#ifndef BACKPROOF_TESTS_CAPTURE_H
#define BACKPROOF_TESTS_CAPTURE_H

/* From now on standard error is kept, up to 64 KiB. */
void capture_begin(void);

/* The text since then, which the caller frees; standard error is as before. */
char *capture_end(void);

#endif
