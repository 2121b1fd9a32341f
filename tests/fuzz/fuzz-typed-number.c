/* Any bytes at all, typed into a field for a number.
 *
 * Built here with run-corpus.c, which feeds it the files of the corpus. To let
 * libFuzzer look for new ones:
 *
 *   clang -g -O1 -std=gnu17 -D_GNU_SOURCE -fsanitize=fuzzer,address,undefined \
 *     -Ibuild -Isrc/core $(pkg-config --cflags gio-unix-2.0) \
 *     tests/fuzz/fuzz-typed-number.c src/core/qd-error.c src/core/method/qd-vocabulary.c \
 *     src/core/exchange/qd-{typed-number,quantity,limit,figure,number,word}.c \
 *     $(pkg-config --libs gio-unix-2.0) -lm -o fuzz-typed-number
 *   ./fuzz-typed-number -max_total_time=300 FOLDER tests/fuzz/corpus/typed-number
 */

#include "config.h"

#include <math.h>

#include "exchange/qd-typed-number.h"
#include "fuzz.h"
#include "qd-error.h"

/* A number means the same when it is written out plainly and read again. */
static void
assert_sound (const char *text,
              const char *unit,
              const char *decimal)
{
  g_autoptr (GError) error = NULL;
  QdTypedNumber number, again;
  char plain[G_ASCII_DTOSTR_BUF_SIZE];

  if (!qd_typed_number_read_as (text, unit, decimal, &number, &error))
    {
      g_assert_error (error, QD_ERROR, QD_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (isnan (number.value));
      return;
    }

  g_assert_no_error (error);
  if (number.nothing)
    {
      g_assert_true (isnan (number.value));
      return;
    }

  g_assert_true (isfinite (number.value));
  g_ascii_formatd (plain, sizeof plain, "%.17e", number.value);
  g_assert_true (qd_typed_number_read_as (plain, unit, ".", &again, &error));
  g_assert_cmpfloat (again.value, ==, number.value);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char * const units[] = {
    "", "%", "days", "\u20ac per user", "m2", "Mio \u20ac", "k users",
  };
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      assert_sound (text, units[i], ".");
      assert_sound (text, units[i], ",");
    }

  return 0;
}
