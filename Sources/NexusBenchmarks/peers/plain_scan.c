/* Reads a table of ties with string ids and numbers the ids: what any reader must do at least.
 *
 *     plain_scan --list
 *     plain_scan TASK EDGES TABLE ANSWER KIND SEED ATTENUATION
 *
 * The whole file is read at once, cells are found by memchr, ids are kept in a table with open addressing, the ends of
 * each row as a pair of numbers. Nothing is checked: no quotes, no missing cells, no repeated rows. The answer, the
 * number of rows of each id, ascending, goes to ANSWER as 64-bit floats; what it took is printed as a line of JSON.
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

typedef struct {
  uint32_t hash;
  int32_t number; /* from 1; 0 where nothing is */
} Slot;

typedef struct {
  Slot *slots;
  size_t size;
  const char **names;
  uint32_t *lengths;
  size_t count, room;
} Names;

static void *checked(void *memory) {
  if (memory == NULL) exit(70);
  return memory;
}

static void grow(Names *names) {
  Slot *old = names->slots;
  size_t size = names->size;
  names->size *= 2;
  names->slots = checked(calloc(names->size, sizeof(Slot)));
  for (size_t place = 0; place < size; place++) {
    if (old[place].number == 0) continue;
    size_t slot = old[place].hash & (names->size - 1);
    while (names->slots[slot].number != 0) slot = (slot + 1) & (names->size - 1);
    names->slots[slot] = old[place];
  }
  free(old);
}

static int32_t number(Names *names, const char *name, uint32_t length) {
  uint64_t wide = 1469598103934665603u; /* FNV-1a */
  for (uint32_t place = 0; place < length; place++) wide = (wide ^ (unsigned char)name[place]) * 1099511628211u;
  uint32_t hash = (uint32_t)(wide ^ wide >> 32);
  size_t slot = hash & (names->size - 1);
  while (names->slots[slot].number != 0) {
    int32_t known = names->slots[slot].number - 1;
    if (names->slots[slot].hash == hash && names->lengths[known] == length &&
        memcmp(names->names[known], name, length) == 0) {
      return known;
    }
    slot = (slot + 1) & (names->size - 1);
  }
  if (names->count == names->room) {
    names->room *= 2;
    names->names = checked(realloc(names->names, names->room * sizeof *names->names));
    names->lengths = checked(realloc(names->lengths, names->room * sizeof *names->lengths));
  }
  names->names[names->count] = name;
  names->lengths[names->count] = length;
  names->slots[slot] = (Slot){hash, (int32_t)++names->count};
  if (names->count * 2 > names->size) grow(names);
  return (int32_t)names->count - 1;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int ascending(const void *left, const void *right) {
  double first = *(const double *)left, second = *(const double *)right;
  return (first > second) - (first < second);
}

int main(int count, char **arguments) {
  if (count == 2 && strcmp(arguments[1], "--list") == 0) {
    puts("csv-to-network");
    return 0;
  }
  if (count != 8) return 64;
  double start = now();
  FILE *file = fopen(arguments[3], "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) return 66;
  size_t length = (size_t)ftell(file);
  rewind(file);
  char *text = checked(malloc(length + 1));
  if (fread(text, 1, length, file) != length) return 66;
  fclose(file);
  Names names = {checked(calloc(1024, sizeof(Slot))), 1024, checked(malloc(1024 * sizeof(char *))),
                 checked(malloc(1024 * sizeof(uint32_t))), 0, 1024};
  size_t ends = 0, room = 1024;
  int32_t *edges = checked(malloc(room * sizeof *edges));
  const char *end = text + length;
  const char *row = memchr(text, '\n', length);
  for (row = row == NULL ? end : row + 1; row < end;) {
    const char *last = memchr(row, '\n', (size_t)(end - row));
    if (last == NULL) last = end;
    const char *comma = memchr(row, ',', (size_t)(last - row));
    if (comma == NULL) return 65;
    if (ends == room) edges = checked(realloc(edges, (room *= 2) * sizeof *edges));
    edges[ends++] = number(&names, row, (uint32_t)(comma - row));
    edges[ends++] = number(&names, comma + 1, (uint32_t)(last - comma - 1));
    row = last + 1;
  }
  double *degrees = checked(calloc(names.count, sizeof *degrees));
  for (size_t place = 0; place < ends; place++) degrees[edges[place]] += 1;
  qsort(degrees, names.count, sizeof *degrees, ascending);
  double wall = now() - start;
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  double cpu = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  FILE *answer = fopen(arguments[4], "wb");
  if (answer == NULL || fwrite(degrees, sizeof *degrees, names.count, answer) != names.count) return 73;
  fclose(answer);
  printf("{\"wall\": %.6f, \"cpu\": %.6f, \"peak\": %.0f}\n", wall, cpu, (double)usage.ru_maxrss * 1024);
  return 0;
}
