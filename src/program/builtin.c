/* builtin.c: src/data/trees.csv and iris.csv as strings; the build writes builtin_data.h from them. */
#include "program/builtin.h"

#include "builtin_data.h"

const char *builtin_data(enum network network)
{
    return network == REGRESSION ? builtin_trees : builtin_iris;
}

const char *builtin_name(enum network network)
{
    return network == REGRESSION ? "trees.csv (built in)" : "iris.csv (built in)";
}
