/* Any bytes at all, read as an outline.
 *
 * Built here with run-corpus.c, which feeds it the files of the corpus. To let
 * libFuzzer look for new ones:
 *
 *   clang -g -O1 -std=gnu17 -D_GNU_SOURCE -fsanitize=fuzzer,address,undefined \
 *     -Ibuild -Isrc/core -Itests/core $(pkg-config --cflags gio-unix-2.0) \
 *     tests/fuzz/fuzz-outline.c tests/core/outline-text.c \
 *     src/core/qd-clock.c src/core/qd-error.c src/core/exchange/qd-[!i]*.c \
 *     $(pkg-config --libs gio-unix-2.0) -lm -o fuzz-outline
 *   ./fuzz-outline -dict=tests/fuzz/outline.dict -max_total_time=300 \
 *     FOLDER tests/fuzz/corpus/outline tests/core/fixtures
 */

#include "config.h"

#include "exchange/qd-outline.h"
#include "fuzz.h"
#include "outline-text.h"
#include "qd-error.h"

static guint
count_lines (const char *text,
             gsize       length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || text[i] == '\r')
      n++;

  return n;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *text = (const char *) data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QdOutline) outline = NULL;

  outline = qd_outline_parse (text, size, NULL, qd_day_new (2026, 11, 22), &error);
  if (outline != NULL)
    outline_assert_sound (outline, count_lines (text, size));
  else
    g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);

  return 0;
}
