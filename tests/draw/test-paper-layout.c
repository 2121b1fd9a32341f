/* What stands where on paper. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "paper-boards.h"
#include "qd-paper-board.h"
#include "qd-paper-text.h"

static GPtrArray *
list_of (QdBoard *board)
{
  GPtrArray *boards = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_board_free);

  g_ptr_array_add (boards, board);

  return boards;
}

static QdPaperLayout *
lay_out (GPtrArray   *boards,
         QdDensity    density,
         QdPaperSize  size,
         gboolean     rtl)
{
  QdPaperSheet sheet;
  QdPaperLayout *layout;

  qd_paper_sheet_init_for_boards (&sheet, size, boards, density);
  layout = qd_paper_board_layout (boards, NULL, density, PAPER_TODAY, &sheet, rtl);
  paper_assert_sound (layout);

  return layout;
}

static guint
count_kind (const QdPaperLayout *layout,
            guint                page,
            QdPaperKind          kind)
{
  GArray *places = ((QdPaperPage *) g_ptr_array_index (layout->pages, page))->places;
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += g_array_index (places, QdPaperPlace, i).item->kind == kind ? 1 : 0;

  return n;
}

/* Also columns that have come to their end keep their titles. */
static void
test_cards (void)
{
  static const guint numbers[] = { 0, 1, 16, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (guint variant = 0; variant < 8; variant++)
      {
        const guint n_cards[] = { 1, numbers[i], 0, 2 };
        const QdPaperSize size = variant & 1 ? QD_PAPER_LETTER : QD_PAPER_A4;
        const QdDensity density = variant & 2 ? QD_DENSITY_COMPACT : QD_DENSITY_CARDS;
        g_autoptr (GPtrArray) boards = list_of (paper_board_new ("Growth", 4, n_cards));
        g_autoptr (QdPaperLayout) layout = lay_out (boards, density, size, (variant & 4) != 0);

        paper_assert_each (layout, g_ptr_array_index (boards, 0));
        for (guint page = 0; page < qd_paper_layout_get_n_pages (layout); page++)
          g_assert_cmpuint (count_kind (layout, page, QD_PAPER_LANE_HEAD), ==, 4);
        g_assert_cmpuint (count_kind (layout, 0, QD_PAPER_OBJECTIVES), ==, 1);
        if (numbers[i] < 16)
          g_assert_cmpuint (qd_paper_layout_get_n_pages (layout), ==, 1);
        else if (numbers[i] == 500)
          g_assert_cmpuint (qd_paper_layout_get_n_pages (layout), >, 10);
      }
}

/* All lines of a title that is longer than a page stand on some page. */
static void
test_long_title (void)
{
  const guint n_cards[] = { 2, 0, 0, 0, 0, 0 };
  g_autofree char *words = g_strnfill (3900, 'x');
  g_autoptr (GPtrArray) boards = list_of (paper_board_new ("Growth", 6, n_cards));
  g_autoptr (QdPaperLayout) layout = NULL;
  guint n_parts = 0, n_lines = 0;
  gsize n_bytes = 0;

  for (guint i = 7; i < 1500; i += 8)
    words[i] = ' ';
  paper_board_rename (g_ptr_array_index (boards, 0), 0, 0, words);
  layout = lay_out (boards, QD_DENSITY_CARDS, QD_PAPER_A4, FALSE);
  paper_assert_each (layout, g_ptr_array_index (boards, 0));
  for (guint i = 0; i < layout->pages->len; i++)
    {
      GArray *places = ((QdPaperPage *) g_ptr_array_index (layout->pages, i))->places;

      for (guint j = 0; j < places->len; j++)
        {
          const QdPaperItem *item = g_array_index (places, QdPaperPlace, j).item;

          if (item->kind != QD_PAPER_CARD ||
              !g_str_equal (qd_entity_get_title (item->entity), words))
            continue;

          n_parts++;
          for (guint k = 0; k < item->marks->len; k++)
            {
              const QdPaperMark *mark = &g_array_index (item->marks, QdPaperMark, k);

              if (mark->kind != QD_PAPER_TEXT || strlen (pango_layout_get_text (mark->text)) < 3000)
                continue;
              g_assert_cmpuint (mark->first, ==, n_lines);
              n_lines += mark->n_lines;
              for (guint line = mark->first; line < n_lines; line++)
                n_bytes += (gsize) pango_layout_get_line_readonly (mark->text,
                                                                   (int) line)->length;
            }
        }
    }
  g_assert_cmpuint (n_parts, >, 1);
  g_assert_cmpuint (n_bytes, >=, 3900 - n_lines);
}

/* More columns than have room stand on pages of their own. */
static void
test_many_columns (void)
{
  const guint n_cards[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
  g_autoptr (GPtrArray) boards = list_of (paper_board_new ("Growth", 12, n_cards));
  g_autoptr (QdPaperLayout) layout = lay_out (boards, QD_DENSITY_CARDS, QD_PAPER_A4, FALSE);
  g_autoptr (QdPaperLayout) counts = lay_out (boards, QD_DENSITY_COUNTS, QD_PAPER_LETTER, FALSE);

  paper_assert_each (layout, g_ptr_array_index (boards, 0));
  g_assert_cmpuint (count_kind (layout, 0, QD_PAPER_LANE_HEAD), ==, 6);
  g_assert_cmpfloat (counts->sheet.width, >, counts->sheet.height);
}

/* Where one writes from right to left, the first column stands on the right. */
static void
test_rtl (void)
{
  const guint n_cards[] = { 1, 1 };
  g_autoptr (GPtrArray) boards = list_of (paper_board_new ("Growth", 2, n_cards));
  double x[2] = { 0.0, 0.0 };

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (QdPaperLayout) layout = lay_out (boards, QD_DENSITY_CARDS, QD_PAPER_A4, rtl == 1);
      GArray *places = ((QdPaperPage *) g_ptr_array_index (layout->pages, 0))->places;

      for (guint i = places->len; i > 0; i--)
        {
          const QdPaperPlace *place = &g_array_index (places, QdPaperPlace, i - 1);

          if (place->item->kind == QD_PAPER_LANE_HEAD)
            x[rtl] = place->x;
        }
    }
  g_assert_cmpfloat (x[1], >, x[0]);
}

static GPtrArray *
make_boards (guint n)
{
  GPtrArray *boards = g_ptr_array_new_with_free_func ((GDestroyNotify) paper_board_free);

  for (guint i = 0; i < n; i++)
    {
      const guint n_cards[] = { 4, i * 9, 0, 3 };
      g_autofree char *title = g_strdup_printf ("Team %u", i + 1);

      g_ptr_array_add (boards, paper_board_new (title, 4, n_cards));
    }

  return boards;
}

/* Two to four boards stand on a page, and all columns of each. */
static void
test_together (void)
{
  static const guint wanted[] = { 0, 4, 2, 3, 4, 3, 3, 4, 4 };

  for (guint n = 2; n < G_N_ELEMENTS (wanted); n++)
    {
      g_autoptr (GPtrArray) boards = make_boards (n);
      g_autoptr (QdPaperLayout) layout = lay_out (boards, QD_DENSITY_COMPACT,
                                                  n % 2 == 0 ? QD_PAPER_A4 : QD_PAPER_LETTER,
                                                  n % 3 == 0);
      guint n_sections = 0;

      for (guint i = 0; i < n; i++)
        paper_assert_each (layout, g_ptr_array_index (boards, i));
      g_assert_cmpuint (count_kind (layout, 0, QD_PAPER_LANE_HEAD), ==, wanted[n]);
      for (guint i = 0; i < qd_paper_layout_get_n_pages (layout); i++)
        n_sections += count_kind (layout, i, QD_PAPER_SECTION);
      g_assert_cmpuint (n_sections, >=, 4 * n);
    }
}

/* A row for each board, for each of its objectives, and for the sums. */
static void
test_counts (void)
{
  g_autoptr (GPtrArray) boards = make_boards (30);
  g_autoptr (QdPaperLayout) layout = lay_out (boards, QD_DENSITY_COUNTS, QD_PAPER_A4, FALSE);
  guint n_rows = 0;

  g_assert_cmpfloat (layout->sheet.height, >, layout->sheet.width);
  for (guint i = 0; i < qd_paper_layout_get_n_pages (layout); i++)
    {
      g_assert_cmpuint (count_kind (layout, i, QD_PAPER_LANE_HEAD), ==, 1);
      n_rows += count_kind (layout, i, QD_PAPER_ROW);
    }
  g_assert_cmpuint (n_rows, ==, 30 * 4 + 1);
}

/* A picture is one page, as high as what is on it. */
static void
test_picture (void)
{
  g_autoptr (GPtrArray) boards = make_boards (6);
  QdPaperSheet sheet;
  g_autoptr (QdPaperLayout) layout = NULL;

  qd_paper_sheet_init_for_picture (&sheet, boards, QD_DENSITY_COMPACT);
  layout = qd_paper_board_layout (boards, "All", QD_DENSITY_COMPACT, PAPER_TODAY, &sheet, FALSE);
  paper_assert_sound (layout);
  g_assert_cmpuint (qd_paper_layout_get_n_pages (layout), ==, 1);
  for (guint i = 0; i < boards->len; i++)
    paper_assert_each (layout, g_ptr_array_index (boards, i));
}

/* On paper that is hardly larger than its margins all is there, too. */
static void
test_tiny_sheet (void)
{
  const QdPaperSheet sheet = { .width = 120, .height = 140, .margin_x = 10, .margin_y = 10 };
  g_autoptr (GPtrArray) boards = make_boards (2);

  for (guint density = 0; density < QD_N_DENSITIES; density++)
    {
      g_autoptr (QdPaperLayout) layout = NULL;

      layout = qd_paper_board_layout (boards, NULL, (QdDensity) density, PAPER_TODAY, &sheet,
                                      FALSE);
      for (guint i = 0; i < boards->len && density != QD_DENSITY_COUNTS; i++)
        paper_assert_each (layout, g_ptr_array_index (boards, i));
    }
}

/* A heading never ends a page, and all that was added is there. */
static void
test_text (void)
{
  g_autoptr (QdPaperText) text = qd_paper_text_new ("Review", "Growth");
  g_autofree char *long_text = g_strnfill (20000, 'y');
  g_autoptr (QdPaperLayout) layout = NULL;
  QdPaperSheet sheet;
  guint n_headings = 0;

  for (guint i = 0; i < 60; i++)
    {
      qd_paper_text_add_heading (text, "Heading");
      for (guint j = 0; j < i % 4 + 1; j++)
        qd_paper_text_add_line (text, "Card", "Moved from Not Started to In Progress");
      qd_paper_text_add_paragraph (text, i == 30 ? long_text : "So it is.");
    }
  qd_paper_sheet_init (&sheet, QD_PAPER_LETTER, FALSE);
  layout = qd_paper_text_layout (text, PAPER_TODAY, &sheet, FALSE);
  paper_assert_sound (layout);
  for (guint i = 0; i < layout->pages->len; i++)
    {
      GArray *places = ((QdPaperPage *) g_ptr_array_index (layout->pages, i))->places;
      const char *words = "";

      for (guint j = 1; j < places->len; j++)
        {
          const QdPaperItem *item = g_array_index (places, QdPaperPlace, j).item;

          words = pango_layout_get_text (g_array_index (item->marks, QdPaperMark, 0).text);
          n_headings += g_str_equal (words, "Heading") ? 1 : 0;
        }
      g_assert_cmpstr (words, !=, "Heading");
    }
  g_assert_cmpuint (n_headings, >=, 60);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper-layout/cards", test_cards);
  g_test_add_func ("/paper-layout/long-title", test_long_title);
  g_test_add_func ("/paper-layout/many-columns", test_many_columns);
  g_test_add_func ("/paper-layout/rtl", test_rtl);
  g_test_add_func ("/paper-layout/together", test_together);
  g_test_add_func ("/paper-layout/counts", test_counts);
  g_test_add_func ("/paper-layout/picture", test_picture);
  g_test_add_func ("/paper-layout/tiny-sheet", test_tiny_sheet);
  g_test_add_func ("/paper-layout/text", test_text);

  return g_test_run ();
}
