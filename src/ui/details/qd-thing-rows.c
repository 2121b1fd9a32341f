/* Rows in a box that follow things read from the file.
 *
 * A thing keeps its row, wherever it moves, and with it the focus, the cursor and
 * what is being typed. Where the row with the focus goes, the focus goes to a
 * neighbour.
 */

#include "config.h"

#include "qd-thing-rows.h"

static QdId
get_thing_id (gconstpointer thing)
{
  return *(const QdId *) thing;
}

static gboolean
contains (GPtrArray *things,
          QdId       id)
{
  for (guint i = 0; i < things->len; i++)
    {
      if (get_thing_id (g_ptr_array_index (things, i)) == id)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL &&
         (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* It becomes insensitive first: an entry in it that lost the focus while it is
 * sensitive would still hand on what was typed. */
static void
remove_row (GtkWidget *box,
            GtkWidget *row)
{
  gtk_widget_set_sensitive (row, FALSE);
  gtk_box_remove (GTK_BOX (box), row);
}

static void
remove_rows (GtkWidget             *box,
             GPtrArray             *things,
             const QdThingRowFuncs *funcs)
{
  GtkWidget *row = gtk_widget_get_first_child (box);
  GtkWidget *stays = NULL;
  gboolean focus_goes = FALSE;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (contains (things, funcs->get_id (row)))
        {
          stays = row;
          if (focus_goes && gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD))
            focus_goes = FALSE;
        }
      else
        {
          focus_goes |= has_focus_within (row);
          remove_row (box, row);
        }

      row = next;
    }

  if (focus_goes && stays != NULL)
    gtk_widget_child_focus (stays, GTK_DIR_TAB_FORWARD);
  else if (focus_goes)
    gtk_widget_child_focus (gtk_widget_get_parent (box), GTK_DIR_TAB_FORWARD);
}

/**
 * qd_thing_rows_sync:
 * @box: a box with nothing in it but such rows
 * @things: (element-type gpointer): structures that begin with a #QdId, in order
 * @funcs: how rows stand for them
 * @user_data: for QdThingRowFuncs.create
 *
 * Lets the rows be as @things.
 */
void
qd_thing_rows_sync (GtkWidget             *box,
                    GPtrArray             *things,
                    const QdThingRowFuncs *funcs,
                    gpointer               user_data)
{
  GtkWidget *previous = NULL;

  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (things != NULL);

  remove_rows (box, things, funcs);

  for (guint i = 0; i < things->len; i++)
    {
      gconstpointer thing = g_ptr_array_index (things, i);
      GtkWidget *row = qd_thing_rows_find (box, funcs, get_thing_id (thing));

      if (row == NULL)
        {
          row = funcs->create (user_data);
          gtk_box_insert_child_after (GTK_BOX (box), row, previous);
        }
      else if (gtk_widget_get_prev_sibling (row) != previous)
        {
          gtk_box_reorder_child_after (GTK_BOX (box), row, previous);
        }

      funcs->update (row, thing);
      previous = row;
    }
}

/**
 * qd_thing_rows_find:
 * @box: a box of such rows
 * @funcs: how rows stand for things
 * @id: a thing
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkWidget *
qd_thing_rows_find (GtkWidget             *box,
                    const QdThingRowFuncs *funcs,
                    QdId                   id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (funcs->get_id (row) == id)
        return row;
    }

  return NULL;
}

/**
 * qd_thing_rows_clear:
 * @box: a box of such rows
 * @funcs: how rows stand for things
 *
 * Takes all rows out. What was typed into them is handed on before.
 */
void
qd_thing_rows_clear (GtkWidget             *box,
                     const QdThingRowFuncs *funcs)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *row;

  g_return_if_fail (GTK_IS_BOX (box));

  for (row = gtk_widget_get_first_child (box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (rows, g_object_ref (row));

  /* What one hands on may already change the others. */
  for (guint i = 0; i < rows->len; i++)
    funcs->finish (g_ptr_array_index (rows, i));

  while ((row = gtk_widget_get_first_child (box)) != NULL)
    remove_row (box, row);
}
