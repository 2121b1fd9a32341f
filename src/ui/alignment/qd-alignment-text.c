/* What the tree of alignment says, in words: for its rows, and for paper.
 *
 * On paper stand the rows that show: what is folded stays away.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "qd-alignment-text.h"
#include "widgets/qd-health.h"
#include "widgets/qd-number-format.h"

/**
 * qd_alignment_text_count:
 * @standing: of an objective
 *
 * Returns: (transfer full): how many key results it has, as "3 key results"
 */
char *
qd_alignment_text_count (const QdObjectiveStanding *standing)
{
  g_return_val_if_fail (standing != NULL, NULL);

  if (standing->n_key_results == 0)
    return g_strdup (_("No key results"));

  return g_strdup_printf (ngettext ("%u key result", "%u key results",
                                    standing->n_key_results),
                          standing->n_key_results);
}

/**
 * qd_alignment_text_progress:
 * @standing: of an objective
 *
 * Returns: (transfer full): as far as anything is known, as
 *   "progress 20%, expected 46%, At risk"
 */
char *
qd_alignment_text_progress (const QdObjectiveStanding *standing)
{
  g_autofree char *progress = NULL;
  g_autofree char *expected = NULL;
  const char *health;

  g_return_val_if_fail (standing != NULL, NULL);

  progress = qd_number_format_percent (standing->progress);
  expected = qd_number_format_percent (standing->expected);
  health = qd_health_get_name (standing->health);
  if (isnan (standing->progress))
    return g_strdup (health);
  if (isnan (standing->expected))
    /* Translators: "progress 20%, At risk": of an objective. */
    return g_strdup_printf (_("progress %s, %s"), progress, health);

  /* Translators: "progress 20%, expected 46%, At risk": of an objective. */
  return g_strdup_printf (_("progress %s, expected %s, %s"), progress, expected, health);
}

static void
add_objective (QdDocument      *document,
               QdAlignmentNode *node,
               guint            depth)
{
  const QdObjectiveStanding *standing = qd_alignment_node_get_standing (node);
  const char *place = qd_alignment_node_get_place (node);
  g_autofree char *count = qd_alignment_text_count (standing);
  g_autofree char *progress = NULL;
  g_autofree char *figures = NULL;

  if (standing->n_key_results > 0)
    progress = qd_alignment_text_progress (standing);
  figures = g_strjoin (", ", count, progress, NULL);
  qd_document_add_line (document, depth, qd_alignment_node_get_text (node), figures,
                        place != NULL ? place : "");
}

/**
 * qd_alignment_text_document:
 * @model: the tree
 * @cycle: the cycle that it is about
 * @summary: (nullable): how much of it is aligned, in a sentence
 * @today: the day on which it is written
 *
 * Returns: (transfer full): the rows that show, for paper
 */
QdDocument *
qd_alignment_text_document (QdAlignmentModel *model,
                            QdCycle          *cycle,
                            const char       *summary,
                            QdDay             today)
{
  g_autofree char *title = NULL;
  GListModel *rows;
  QdDocument *document;
  guint above = 0;

  g_return_val_if_fail (QD_IS_ALIGNMENT_MODEL (model), NULL);
  g_return_val_if_fail (QD_IS_CYCLE (cycle), NULL);

  /* Translators: the blank is a cycle. */
  title = g_strdup_printf (_("Alignment in %s"), qd_entity_get_title (QD_ENTITY (cycle)));
  document = qd_document_new (title, summary, today);
  rows = qd_alignment_model_get_rows (model);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (QdAlignmentNode) node = gtk_tree_list_row_get_item (row);
      const guint depth = gtk_tree_list_row_get_depth (row);

      /* What is in a group begins at the edge below its heading. */
      if (depth == 0)
        above = qd_alignment_node_get_kind (node) == QD_ALIGNMENT_GROUP;
      if (qd_alignment_node_get_kind (node) == QD_ALIGNMENT_GROUP)
        qd_document_add_heading (document, qd_alignment_node_get_text (node),
                                 qd_alignment_node_get_n_children (node));
      else if (qd_alignment_node_get_kind (node) == QD_ALIGNMENT_OBJECTIVE)
        add_objective (document, node, depth - above);
      else
        qd_document_add_paragraph (document, qd_alignment_node_get_text (node));
    }

  return document;
}
