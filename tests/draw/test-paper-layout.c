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
  layout = qd_paper_board_layout (boards, NULL, NULL, density, PAPER_TODAY, &sheet, rtl);
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

/* How many parts the first card of the board is in, on which page the first of them is,
 * and how high it is.
 */
static guint
find_parts (const QdPaperLayout *layout,
            guint               *page,
            double              *height)
{
  guint n_parts = 0;

  for (guint i = layout->pages->len; i > 0; i--)
    {
      GArray *places = ((QdPaperPage *) g_ptr_array_index (layout->pages, i - 1))->places;

      for (guint j = 0; j < places->len; j++)
        {
          const QdPaperItem *item = g_array_index (places, QdPaperPlace, j).item;

          if (item->kind != QD_PAPER_CARD)
            continue;

          n_parts++;
          *page = i - 1;
          *height = item->height;
        }
    }

  return n_parts;
}

/* Where objectives take the room, a card waits for the next page rather than parting,
 * unless it would part there, too.
 */
static void
test_below_objectives (void)
{
  const guint n_cards[] = { 1, 0, 0, 0 };
  gboolean waited = FALSE, parted = FALSE;

  for (guint n_words = 20; n_words <= 600; n_words += 20)
    {
      g_autoptr (GPtrArray) boards = list_of (paper_board_new ("Growth", 4, n_cards));
      QdBoard *board = g_ptr_array_index (boards, 0);
      g_autofree char *words = g_strnfill (6 * n_words, 'x');
      g_autoptr (QdPaperLayout) alone = NULL;
      g_autoptr (QdPaperLayout) layout = NULL;
      guint page = 0, n_alone, n_parts;
      double height = 0.0, height_below = 0.0;

      for (guint i = 5; i < 6 * n_words; i += 6)
        words[i] = ' ';
      paper_board_rename (board, 0, 0, words);
      alone = lay_out (boards, QD_DENSITY_CARDS, QD_PAPER_A4, FALSE);
      n_alone = find_parts (alone, &page, &height);
      paper_board_add_objectives (board, 11);
      layout = lay_out (boards, QD_DENSITY_CARDS, QD_PAPER_A4, FALSE);
      paper_assert_each (layout, board);
      n_parts = find_parts (layout, &page, &height_below);
      g_assert_cmpuint (page, <=, 1);
      if (n_alone == 1)
        {
          g_assert_cmpuint (n_parts, ==, 1);
          g_assert_cmpfloat (height_below, ==, height);
        }
      waited = waited || page == 1;
      parted = parted || (n_parts > 1 && page == 0);
    }
  g_assert_true (waited);
  g_assert_true (parted);
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
  layout = qd_paper_board_layout (boards, NULL, "All", QD_DENSITY_COMPACT, PAPER_TODAY, &sheet, FALSE);
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

      layout = qd_paper_board_layout (boards, NULL, NULL, (QdDensity) density, PAPER_TODAY, &sheet,
                                      FALSE);
      for (guint i = 0; i < boards->len && density != QD_DENSITY_COUNTS; i++)
        paper_assert_each (layout, g_ptr_array_index (boards, i));
    }
}

/* The sums of all boards never stand alone on a page, wherever pages end. */
static void
test_sums (void)
{
  g_autoptr (GPtrArray) boards = make_boards (6);

  for (double height = 250.0; height < 400.0; height += 3.0)
    {
      const QdPaperSheet sheet = { 612.0, height, 36.0, 36.0 };
      g_autoptr (QdPaperLayout) layout = NULL;

      layout = qd_paper_board_layout (boards, NULL, NULL, QD_DENSITY_COUNTS, PAPER_TODAY, &sheet,
                                      FALSE);
      g_assert_cmpuint (count_kind (layout, qd_paper_layout_get_n_pages (layout) - 1,
                                    QD_PAPER_ROW), >, 1);
    }
}

static const char *
peek_words (const QdPaperItem *item)
{
  for (guint i = 0; i < item->marks->len; i++)
    {
      const QdPaperMark *mark = &g_array_index (item->marks, QdPaperMark, i);

      if (mark->kind == QD_PAPER_TEXT)
        return pango_layout_get_text (mark->text);
    }

  return "";
}

/* Returns how many lines the page has. */
static guint
assert_text_page (const QdPaperPage *page,
                  guint              number)
{
  const char *words = "";
  guint n_lines = 0;

  for (guint i = 1; i < page->places->len; i++)
    {
      words = peek_words (g_array_index (page->places, QdPaperPlace, i).item);
      if (i == 1 && number > 0 && !g_str_has_prefix (words, "Heading ("))
        g_assert_true (g_str_has_suffix (words, " (continued)"));
      n_lines += g_str_has_prefix (words, "Moved") ? 1 : 0;
    }
  g_assert_false (g_str_has_prefix (words, "Heading"));
  g_assert_false (g_str_has_prefix (words, "Below"));

  return n_lines;
}

/* A heading never ends a page, each page says what it is about, and all that was added is
 * there, on any paper.
 */
static void
test_text (void)
{
  static const char * const reasons[] = { "", "Said so", "For a good reason, of some words" };
  g_autoptr (QdDocument) text = qd_document_new ("Review", "Growth", PAPER_TODAY);
  g_autofree char *long_text = g_strnfill (9000, 'y');
  guint n_lines = 0;

  for (guint i = 0; i < 60; i++)
    {
      qd_document_add_heading (text, "Heading", 2 * (i % 4 + 1));
      for (guint j = 0; j < 2 * (i % 4 + 1); j++)
        {
          if (i % 3 == 0 && j % 2 == 0)
            qd_document_add_subheading (text, "Below", 2);
          qd_document_add_line (text, i * j, "Moved from Not Started to In Progress",
                                i == 30 ? long_text : reasons[j % 3], "Growth · Mara");
          n_lines++;
        }
      if (i == 40)
        qd_document_add_paragraph (text, long_text);
    }
  for (guint variant = 0; variant < 4; variant++)
    {
      g_autoptr (QdPaperLayout) layout = NULL;
      QdPaperSheet sheet;
      guint n_found = 0;

      qd_paper_sheet_init (&sheet, variant & 1 ? QD_PAPER_LETTER : QD_PAPER_A4, FALSE);
      layout = qd_paper_text_layout (text, &sheet, (variant & 2) != 0);
      paper_assert_sound (layout);
      g_assert_cmpuint (layout->pages->len, >, 10);
      for (guint i = 0; i < layout->pages->len; i++)
        n_found += assert_text_page (layout->pages->pdata[i], i);
      g_assert_cmpuint (n_found, ==, n_lines);
    }
}

/* On one sheet, as high as it becomes. */
static void
test_text_picture (void)
{
  g_autoptr (QdDocument) text = qd_document_new ("Review", NULL, PAPER_TODAY);
  g_autoptr (QdPaperLayout) layout = NULL;
  QdPaperSheet sheet;
  double width, height;

  for (guint i = 0; i < 300; i++)
    qd_document_add_line (text, 0, "Moved", "", "Growth");
  qd_paper_sheet_init_for_text_picture (&sheet);
  layout = qd_paper_text_layout (text, &sheet, FALSE);
  paper_assert_sound (layout);
  g_assert_cmpuint (qd_paper_layout_get_n_pages (layout), ==, 1);
  qd_paper_layout_get_size (layout, 0, &width, &height);
  g_assert_cmpfloat (height, >, 300 * 10.0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paper-layout/cards", test_cards);
  g_test_add_func ("/paper-layout/long-title", test_long_title);
  g_test_add_func ("/paper-layout/below-objectives", test_below_objectives);
  g_test_add_func ("/paper-layout/many-columns", test_many_columns);
  g_test_add_func ("/paper-layout/rtl", test_rtl);
  g_test_add_func ("/paper-layout/together", test_together);
  g_test_add_func ("/paper-layout/counts", test_counts);
  g_test_add_func ("/paper-layout/picture", test_picture);
  g_test_add_func ("/paper-layout/tiny-sheet", test_tiny_sheet);
  g_test_add_func ("/paper-layout/sums", test_sums);
  g_test_add_func ("/paper-layout/text", test_text);
  g_test_add_func ("/paper-layout/text-picture", test_text_picture);

  return g_test_run ();
}
