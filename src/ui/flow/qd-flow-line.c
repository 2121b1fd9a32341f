/* A card and for how long it has stood in its column, as a line of a list. */

#include "config.h"

#include "qd-flow-line.h"
#include "store/qd-flow-text.h"

struct _QdFlowLine
{
  GObject parent_instance;

  QdId card;
  char *title;
  char *column;
  char *days;
};

G_DEFINE_FINAL_TYPE (QdFlowLine, qd_flow_line, G_TYPE_OBJECT)

static void
qd_flow_line_finalize (GObject *object)
{
  QdFlowLine *self = QD_FLOW_LINE (object);

  g_free (self->title);
  g_free (self->column);
  g_free (self->days);

  G_OBJECT_CLASS (qd_flow_line_parent_class)->finalize (object);
}

static void
qd_flow_line_class_init (QdFlowLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = qd_flow_line_finalize;
}

static void
qd_flow_line_init (QdFlowLine *self)
{
}

/**
 * qd_flow_line_list:
 * @flow: how a board goes
 *
 * Returns: (transfer full) (element-type QdFlowLine): the cards on it, that which has been
 *   in its column for longest first
 */
GPtrArray *
qd_flow_line_list (const QdBoardFlow *flow)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  const GArray *ages = flow->flow->ages;

  for (guint i = 0; i < ages->len; i++)
    {
      const QdFlowAge *age = &g_array_index (ages, QdFlowAge, i);
      const QdFlowCard *card = qd_board_flow_find_card (flow, age->card);
      QdFlowLine *line;

      if (card == NULL)
        continue;
      line = g_object_new (QD_TYPE_FLOW_LINE, NULL);
      line->card = card->id;
      line->title = g_strdup (card->title);
      line->column = g_strdup (card->column);
      line->days = qd_flow_text_age (age->days);
      g_ptr_array_add (lines, line);
    }

  return lines;
}

/**
 * qd_flow_line_get_card:
 *
 * Returns: the id of the card
 */
QdId
qd_flow_line_get_card (QdFlowLine *self)
{
  g_return_val_if_fail (QD_IS_FLOW_LINE (self), QD_ID_NONE);

  return self->card;
}

/**
 * qd_flow_line_get_title:
 *
 * Returns: (transfer none): the title of the card
 */
const char *
qd_flow_line_get_title (QdFlowLine *self)
{
  g_return_val_if_fail (QD_IS_FLOW_LINE (self), NULL);

  return self->title;
}

/**
 * qd_flow_line_get_column:
 *
 * Returns: (transfer none): the title of its column
 */
const char *
qd_flow_line_get_column (QdFlowLine *self)
{
  g_return_val_if_fail (QD_IS_FLOW_LINE (self), NULL);

  return self->column;
}

/**
 * qd_flow_line_get_days:
 *
 * Returns: (transfer none): for how long it has stood there: "for 9 days"
 */
const char *
qd_flow_line_get_days (QdFlowLine *self)
{
  g_return_val_if_fail (QD_IS_FLOW_LINE (self), NULL);

  return self->days;
}

/**
 * qd_flow_line_is_same:
 * @before: a line
 * @after: another one
 * @unused: so that the function is a #QdListSame
 *
 * Returns: whether both say the same
 */
gboolean
qd_flow_line_is_same (gpointer before,
                      gpointer after,
                      gpointer unused)
{
  const QdFlowLine *one = before;
  const QdFlowLine *other = after;

  return one->card == other->card && g_str_equal (one->title, other->title) &&
         g_str_equal (one->column, other->column) && g_str_equal (one->days, other->days);
}
