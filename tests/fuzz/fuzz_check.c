/* fuzz_check.c: any bytes as a document: check must neither crash, nor hang, nor leak (libFuzzer). */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    json_decref(check_text("fuzz", text, size, 1));
    free(text);
    return 0;
}
