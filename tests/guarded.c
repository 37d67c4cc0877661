/* guarded.c: pages from mmap, the outer ones without any right. */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "guarded.h"

#include <criterion/criterion.h>
#include <sys/mman.h>
#include <unistd.h>

double *guarded(size_t count, int before)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE), size = count * sizeof(double);
    cr_assert(size <= page, "more than a page");
    char *pages = mmap(NULL, 3 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    cr_assert(pages != MAP_FAILED, "no memory");
    cr_assert(mprotect(pages, page, PROT_NONE) == 0 &&
                  mprotect(pages + 2 * page, page, PROT_NONE) == 0,
              "no guard");
    void *room = before ? pages + page : pages + 2 * page - size;
    return room;
}
