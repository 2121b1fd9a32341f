/* What the tables of cases of the method's rules have in common. */

#pragma once

#include <math.h>

#include <glib.h>

G_BEGIN_DECLS

/* Adds a test for each case of a table. A case is a struct that has a name, and the
 * function gets a pointer to it. */
#define ADD_CASES(prefix, table, function) \
  G_STMT_START { \
    for (guint add_i = 0; add_i < G_N_ELEMENTS (table); add_i++) \
      { \
        g_autofree char *add_path = g_strconcat (prefix, (table)[add_i].name, NULL); \
        g_test_add_data_func (add_path, &(table)[add_i], function); \
      } \
  } G_STMT_END

/* Asserts a figure that is known to about fifteen digits; NAN is wanted only where
 * NAN is. */
#define assert_figure(got, wanted) \
  G_STMT_START { \
    double figure_got = (got); \
    double figure_wanted = (wanted); \
    if (isnan (figure_wanted)) \
      g_assert_true (isnan (figure_got)); \
    else if (isinf (figure_wanted)) \
      g_assert_cmpfloat (figure_got, ==, figure_wanted); \
    else \
      g_assert_cmpfloat_with_epsilon (figure_got, figure_wanted, \
                                      1e-12 * MAX (1.0, fabs (figure_wanted))); \
  } G_STMT_END

G_END_DECLS
