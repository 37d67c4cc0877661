/* commands.h: the sub-commands of backproof.
 *
 * argv[0] is the name of the sub-command. Each returns the exit status of the program (message.h)
 * and has then said on standard error what went wrong; main checks that standard output was written.
 */
#ifndef BACKPROOF_COMMANDS_H
#define BACKPROOF_COMMANDS_H

int command_check(int argc, char **argv);
int command_gradcheck(int argc, char **argv);
int command_train(int argc, char **argv);
int command_predict(int argc, char **argv);

#endif
