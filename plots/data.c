/* data.c: data DIRECTORY writes the tables of the figures that backproof itself does not write. */
#include "data.h"

#include <stdlib.h>

_Noreturn void data_fail(const char *what, const char *name)
{
    fprintf(stderr, "plots/data: %s: %s\n", name, what);
    exit(1);
}

FILE *table_open(const char *directory, const char *name, const char *columns)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", directory, name) >= (int)sizeof path)
        data_fail("the path is too long", name);
    FILE *table = fopen(path, "w");
    if (!table)
        data_fail("cannot be written", path);
    fprintf(table, "%s\n", columns);
    return table;
}

void table_close(FILE *table, const char *name)
{
    const int failed = ferror(table);
    if (fclose(table) != 0 || failed)
        data_fail("could not be written whole", name);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "Usage: data DIRECTORY\n");
        return 2;
    }
    write_v_curve(argv[1]);
    write_descent(argv[1]);
    write_iris(argv[1]);
    write_mistakes(argv[1]);
    return 0;
}
