/* What the rows of the table of boards have in common: which roles of columns there
 * are and what they are called, how wide everything is, and which cell is looked at.
 *
 * It knows no row; rows hear of what changes.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>


#include "qd-counts-paint.h"
#include "qd-counts-table.h"

/* In pixels. */
#define ROW_HEIGHT 25
#define ROW_PADDING 6
#define PADDING 12
#define GAP 18
#define PERCENT_GAP 6

/* What is wide by the room that there is, in pixels. */
#define NARROWEST_TEAM 64
#define MOST_TEAM 320
#define LEAST_BAR 24
#define MOST_BAR 160
#define LEAST_STRIP 8

/* Of a team as much can be read as this takes, before it is cut. */
#define TEAM_SAMPLE "Customer teams"

/* Shares of that room; that of a strip is 1. */
#define TEAM_SHARE 3
#define BAR_SHARE 2

/* What is told no more where there is no room for it, the first one first. */
typedef enum
{
  SPARE_CYCLE,
  SPARE_BAR,
  SPARE_STRIPS,
  SPARE_NET,
  SPARE_DUE,
  SPARE_PERCENT,
  SPARE_TEAM,
  N_SPARE
} Spare;

/* What there is to find out about all lines together. */
typedef struct
{
  guint n_roles;
  QdColumnRole roles[QD_COUNTS_N_ROLES];
  char *titles[QD_COUNTS_N_ROLES];
  char *widest;  /* (nullable): count of a cell */
  char *cycle;   /* (nullable): the longest, where there are several */
  guint most;    /* cards in a cell of one board, whether they match or not */
} Survey;

struct _QdCountsTable
{
  GObject parent_instance;

  QdBoardFilter *filter;
  Survey survey;
  int cell;
};

enum
{
  CHANGED,
  N_SIGNALS
};

/* From start to end. */
static const QdColumnRole order[QD_COUNTS_N_ROLES] = {
  QD_COLUMN_NOT_STARTED,
  QD_COLUMN_IN_PROGRESS,
  QD_COLUMN_AT_RISK,
  QD_COLUMN_COMPLETE,
  QD_COLUMN_OTHER,
};

G_DEFINE_FINAL_TYPE (QdCountsTable, qd_counts_table, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
survey_clear (Survey *survey)
{
  for (guint i = 0; i < survey->n_roles; i++)
    g_free (survey->titles[i]);
  g_free (survey->widest);
  g_free (survey->cycle);
  *survey = (Survey) { 0 };
}

static gboolean
survey_equal (const Survey *a,
              const Survey *b)
{
  if (a->n_roles != b->n_roles || a->most != b->most ||
      g_strcmp0 (a->widest, b->widest) != 0 || g_strcmp0 (a->cycle, b->cycle) != 0)
    return FALSE;

  for (guint i = 0; i < a->n_roles; i++)
    if (a->roles[i] != b->roles[i] || strcmp (a->titles[i], b->titles[i]) != 0)
      return FALSE;

  return TRUE;
}

/* What all boards call their columns in a role, or else what the role is called. */
static char *
dup_title (GListModel   *lines,
           QdColumnRole  role)
{
  const char *title = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (lines, i);
      QdColumn *column = qd_counts_line_peek_column (line, role);

      if (column == NULL)
        continue;
      if (title != NULL && strcmp (title, qd_entity_get_title (QD_ENTITY (column))) != 0)
        return g_strdup (qd_column_role_get_name (role));
      title = qd_entity_get_title (QD_ENTITY (column));
    }

  return g_strdup (title);
}

static void
survey_roles (Survey       *survey,
              GListModel   *lines,
              QdCountsLine *sum)
{
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (qd_counts_line_get_cell (sum, order[i])->there)
      {
        survey->titles[survey->n_roles] = dup_title (lines, order[i]);
        survey->roles[survey->n_roles++] = order[i];
      }
}

static void
survey_most (Survey     *survey,
             GListModel *lines)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (lines, i);

      for (guint role = 0; role < QD_COUNTS_N_ROLES; role++)
        survey->most = MAX (survey->most,
                            qd_counts_line_get_cell (line, (QdColumnRole) role)->n_cards);
    }
}

static void
survey_cycles (Survey     *survey,
               GListModel *lines)
{
  const char *longest = "";
  QdCycle *first = NULL;
  gboolean several = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (QdCountsLine) line = g_list_model_get_item (lines, i);
      QdCycle *cycle = qd_board_get_cycle (qd_counts_line_get_board (line));
      const char *title = cycle != NULL ? qd_entity_get_title (QD_ENTITY (cycle)) : "";

      if (i == 0)
        first = cycle;
      several |= cycle != first;
      if (g_utf8_strlen (title, -1) > g_utf8_strlen (longest, -1))
        longest = title;
    }

  if (several)
    survey->cycle = g_strdup (longest);
}

/* A sum is at least as wide as any of its parts, and known no sooner. */
static void
survey_counts (Survey        *survey,
               QdCountsTable *self,
               QdCountsLine  *sum)
{
  for (guint i = 0; i < survey->n_roles; i++)
    {
      g_autofree char *count = NULL;

      count = qd_counts_table_dup_count (self, qd_counts_line_get_cell (sum, survey->roles[i]));
      if (survey->widest != NULL &&
          g_utf8_strlen (count, -1) <= g_utf8_strlen (survey->widest, -1))
        continue;

      g_free (survey->widest);
      survey->widest = g_steal_pointer (&count);
    }
}

static int
get_row_height (GtkWidget *widget)
{
  int height;

  qd_counts_paint_measure (widget, "Äg1", &qd_counts_text, &height);

  return MAX (height + ROW_PADDING, ROW_HEIGHT);
}

static int
get_head_width (GtkWidget  *widget,
                const char *head)
{
  return qd_counts_paint_measure (widget, head, &qd_counts_small, NULL);
}

/* What is as wide as what is in it. */
static void
set_widths (QdCountsTable    *self,
            GtkWidget        *widget,
            QdCountsGeometry *geometry)
{
  const Survey *survey = &self->survey;
  const int sign = QD_COUNTS_SIGN_SIZE + QD_COUNTS_SIGN_GAP;

  geometry->team.width = MAX (qd_counts_paint_measure (widget, TEAM_SAMPLE, &qd_counts_text,
                                                       NULL), NARROWEST_TEAM);
  geometry->bar.width = LEAST_BAR;
  geometry->strip_gap = QD_COUNTS_STRIP_GAP;
  if (survey->cycle != NULL)
    geometry->cycle.width = qd_counts_paint_measure (widget, survey->cycle, &qd_counts_small,
                                                     NULL);
  geometry->percent.width = qd_counts_paint_measure (widget, "100%", &qd_counts_number, NULL);
  geometry->net.width = sign + qd_counts_paint_measure (widget, "+100", &qd_counts_number,
                                                        NULL);
  geometry->net.width = MAX (geometry->net.width, get_head_width (widget, _("Confidence")));
  geometry->number_width = qd_counts_paint_measure (widget,
                                                    survey->widest != NULL ? survey->widest
                                                                           : "0",
                                                    &qd_counts_strong, NULL);
  geometry->due.width = sign + qd_counts_paint_measure (widget, "100", &qd_counts_number, NULL);
  geometry->due.width = MAX (geometry->due.width,
                             get_head_width (widget, C_("check-ins", "Due")));
}

static int
get_part_width (const QdCountsPlace *part,
                int                  gap)
{
  return part->width > 0 ? part->width + gap : 0;
}

/* Of all but what is shared out. */
static int
get_fixed_width (QdCountsTable          *self,
                 const QdCountsGeometry *geometry)
{
  const int n = (int) self->survey.n_roles;

  return 2 * PADDING + GAP +
         get_part_width (&geometry->cycle, GAP) +
         get_part_width (&geometry->bar, PERCENT_GAP) - geometry->bar.width +
         get_part_width (&geometry->percent, GAP) +
         get_part_width (&geometry->net, GAP) +
         n * (geometry->number_width + geometry->strip_gap + GAP) +
         get_part_width (&geometry->due, 0);
}

static int
get_least_width (QdCountsTable          *self,
                 const QdCountsGeometry *geometry)
{
  const int strips = geometry->strip_gap > 0 ? (int) self->survey.n_roles * LEAST_STRIP : 0;

  return get_fixed_width (self, geometry) + geometry->team.width + geometry->bar.width + strips;
}

static void
spare (QdCountsGeometry *geometry,
       Spare             what)
{
  switch (what)
    {
    case SPARE_CYCLE:
      geometry->cycle.width = 0;
      break;

    case SPARE_BAR:
      geometry->bar.width = 0;
      break;

    case SPARE_STRIPS:
      geometry->strip_gap = 0;
      break;

    case SPARE_NET:
      geometry->net.width = 0;
      break;

    case SPARE_DUE:
      geometry->due.width = 0;
      break;

    case SPARE_PERCENT:
      geometry->percent.width = 0;
      break;

    case SPARE_TEAM:
      geometry->team.width = NARROWEST_TEAM;
      break;

    case N_SPARE:
    default:
      g_assert_not_reached ();
    }
}

/* Shares out what room is left over, and returns how wide a strip is. */
static int
set_shares (QdCountsTable    *self,
            int               width,
            QdCountsGeometry *geometry)
{
  const int least_team = geometry->team.width;
  const int n = (int) self->survey.n_roles;
  const int n_strips = geometry->strip_gap > 0 ? n : 0;
  const gboolean with_bar = geometry->bar.width > 0;
  const int shares = TEAM_SHARE + (with_bar ? BAR_SHARE : 0) + n_strips;
  const int room = width - get_fixed_width (self, geometry);
  int left;

  geometry->team.width = CLAMP (room * TEAM_SHARE / shares, least_team,
                                MAX (least_team, MOST_TEAM));
  if (with_bar)
    geometry->bar.width = CLAMP (room * BAR_SHARE / shares, LEAST_BAR, MOST_BAR);
  left = room - geometry->team.width - geometry->bar.width;

  return n_strips > 0 ? MAX (left / n_strips, LEAST_STRIP) : 0;
}

static void
place (QdCountsPlace *place_,
       int           *x,
       int            gap)
{
  place_->x = *x;
  if (place_->width > 0)
    *x += place_->width + gap;
}

static void
qd_counts_table_dispose (GObject *object)
{
  QdCountsTable *self = QD_COUNTS_TABLE (object);

  survey_clear (&self->survey);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (qd_counts_table_parent_class)->dispose (object);
}

static void
qd_counts_table_class_init (QdCountsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qd_counts_table_dispose;

  /**
   * QdCountsTable::changed:
   * @self: the table
   *
   * Other columns, other widths, or another cell.
   */
  signals[CHANGED] =
    g_signal_new ("changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_counts_table_init (QdCountsTable *self)
{
  self->cell = QD_COUNTS_WHOLE_ROW;
}

/**
 * qd_counts_table_new:
 * @filter: which cards count
 *
 * Returns: (transfer full): a table that knows of no lines yet
 */
QdCountsTable *
qd_counts_table_new (QdBoardFilter *filter)
{
  QdCountsTable *self;

  g_return_val_if_fail (QD_IS_BOARD_FILTER (filter), NULL);

  self = g_object_new (QD_TYPE_COUNTS_TABLE, NULL);
  self->filter = g_object_ref (filter);

  return self;
}

/**
 * qd_counts_table_get_filter:
 * @self: a table
 *
 * Returns: (transfer none): which cards count
 */
QdBoardFilter *
qd_counts_table_get_filter (QdCountsTable *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), NULL);

  return self->filter;
}

/**
 * qd_counts_table_get_n_roles:
 * @self: a table
 *
 * Returns: how many roles of columns there are
 */
guint
qd_counts_table_get_n_roles (QdCountsTable *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), 0);

  return self->survey.n_roles;
}

/**
 * qd_counts_table_get_role:
 * @self: a table
 * @nth: which of its cells, from the start
 *
 * Returns: the role of the columns that it counts
 */
QdColumnRole
qd_counts_table_get_role (QdCountsTable *self,
                          guint          nth)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), QD_COLUMN_OTHER);
  g_return_val_if_fail (nth < self->survey.n_roles, QD_COLUMN_OTHER);

  return self->survey.roles[nth];
}

/**
 * qd_counts_table_get_title:
 * @self: a table
 * @nth: which of its cells, from the start
 *
 * Returns: (transfer none): what these columns are called
 */
const char *
qd_counts_table_get_title (QdCountsTable *self,
                           guint          nth)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), NULL);
  g_return_val_if_fail (nth < self->survey.n_roles, NULL);

  return self->survey.titles[nth];
}

/**
 * qd_counts_table_get_with_cycle:
 * @self: a table
 *
 * Returns: whether the boards are of several cycles
 */
gboolean
qd_counts_table_get_with_cycle (QdCountsTable *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), FALSE);

  return self->survey.cycle != NULL;
}

/**
 * qd_counts_table_get_most:
 * @self: a table
 *
 * Returns: how many cards are in the fullest cell of a board, whether they match the
 *   filter or not
 */
guint
qd_counts_table_get_most (QdCountsTable *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), 0);

  return self->survey.most;
}

/**
 * qd_counts_table_get_cell:
 * @self: a table
 *
 * Returns: which cell of a row is looked at, or %QD_COUNTS_WHOLE_ROW
 */
int
qd_counts_table_get_cell (QdCountsTable *self)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), QD_COUNTS_WHOLE_ROW);

  return self->cell;
}

/**
 * qd_counts_table_set_cell:
 * @self: a table
 * @cell: which cell of a row is looked at; what is beyond the first or the last is
 *   the row, or the last
 */
void
qd_counts_table_set_cell (QdCountsTable *self,
                          int            cell)
{
  g_return_if_fail (QD_IS_COUNTS_TABLE (self));

  cell = CLAMP (cell, QD_COUNTS_WHOLE_ROW, (int) self->survey.n_roles - 1);
  if (self->cell == cell)
    return;

  self->cell = cell;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * qd_counts_table_survey:
 * @self: a table
 * @lines: (element-type QdCountsLine): its lines
 * @sum: the sum of these
 *
 * Looks at the lines anew, and emits #QdCountsTable::changed where that matters to
 * all of them.
 */
void
qd_counts_table_survey (QdCountsTable *self,
                        GListModel    *lines,
                        QdCountsLine  *sum)
{
  Survey survey = { 0 };

  g_return_if_fail (QD_IS_COUNTS_TABLE (self));
  g_return_if_fail (G_IS_LIST_MODEL (lines));
  g_return_if_fail (QD_IS_COUNTS_LINE (sum));

  survey_roles (&survey, lines, sum);
  survey_most (&survey, lines);
  survey_cycles (&survey, lines);
  survey_counts (&survey, self, sum);
  if (survey_equal (&survey, &self->survey))
    {
      survey_clear (&survey);
      return;
    }

  survey_clear (&self->survey);
  self->survey = survey;
  self->cell = MIN (self->cell, (int) survey.n_roles - 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * qd_counts_table_dup_count:
 * @self: a table
 * @cell: what was counted
 *
 * Returns: (transfer full): "7", or "2 of 7" where the filter hides some
 */
char *
qd_counts_table_dup_count (QdCountsTable      *self,
                           const QdCountsCell *cell)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), NULL);
  g_return_val_if_fail (cell != NULL, NULL);

  if (qd_board_filter_is_empty (self->filter) || cell->n_cards == 0)
    return g_strdup_printf ("%u", cell->n_cards);
  if (!cell->known)
    /* Translators: how many cards match the filter is not known yet */
    return g_strdup_printf (_("… of %u"), cell->n_cards);
  if (cell->n_shown == cell->n_cards)
    return g_strdup_printf ("%u", cell->n_cards);

  return g_strdup_printf (_("%u of %u"), cell->n_shown, cell->n_cards);
}

/**
 * qd_counts_table_lay_out:
 * @self: a table
 * @widget: a row; its font counts
 * @width: in pixels
 * @geometry: (out caller-allocates): where everything is; wider than @width where
 *   that is too narrow even for the least
 *
 * Where there is not room for all, some of it has no width: the cycle first, then the
 * bars, and last what says how much was achieved. The numbers of cards stay.
 */
void
qd_counts_table_lay_out (QdCountsTable    *self,
                         GtkWidget        *widget,
                         int               width,
                         QdCountsGeometry *geometry)
{
  int strip, x = PADDING;

  g_return_if_fail (QD_IS_COUNTS_TABLE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (geometry != NULL);

  *geometry = (QdCountsGeometry) { .height = get_row_height (widget) };
  set_widths (self, widget, geometry);
  for (guint what = 0; what < N_SPARE && get_least_width (self, geometry) > width; what++)
    spare (geometry, (Spare) what);
  strip = set_shares (self, width, geometry);

  place (&geometry->team, &x, GAP);
  place (&geometry->cycle, &x, GAP);
  place (&geometry->bar, &x, PERCENT_GAP);
  place (&geometry->percent, &x, GAP);
  place (&geometry->net, &x, GAP);
  for (guint i = 0; i < self->survey.n_roles; i++)
    {
      geometry->cells[i].width = geometry->number_width + geometry->strip_gap + strip;
      place (&geometry->cells[i], &x, GAP);
    }
  place (&geometry->due, &x, PADDING);
  geometry->width = x;
}

/**
 * qd_counts_table_find_cell:
 * @self: a table
 * @geometry: where everything is
 * @x: a place in a row, in pixels from the start
 *
 * Returns: which cell is there, or %QD_COUNTS_WHOLE_ROW
 */
int
qd_counts_table_find_cell (QdCountsTable          *self,
                           const QdCountsGeometry *geometry,
                           int                     x)
{
  g_return_val_if_fail (QD_IS_COUNTS_TABLE (self), QD_COUNTS_WHOLE_ROW);
  g_return_val_if_fail (geometry != NULL, QD_COUNTS_WHOLE_ROW);

  for (guint i = 0; i < self->survey.n_roles; i++)
    {
      const QdCountsPlace *cell = &geometry->cells[i];

      if (x >= cell->x - GAP / 2 && x < cell->x + cell->width + GAP / 2)
        return (int) i;
    }

  return QD_COUNTS_WHOLE_ROW;
}
