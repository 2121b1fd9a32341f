/* Writes down each items-changed of a list model as "position-removed+added",
 * without what is 0: "3+1", "0-3+2", and "1-1, 4+1" for two of them.
 *
 * Replays each on a copy of the list and asserts that the copy then is the
 * list: nothing changed outside of what was announced.
 */

#include "config.h"

#include "changes-log.h"

struct _ChangesLog
{
  GListModel *model;
  GPtrArray *copy;
  GString *text;
};

static void
assert_same (ChangesLog *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->copy->len);

  for (guint i = 0; i < self->copy->len; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_assert_true (item == g_ptr_array_index (self->copy, i));
    }
}

static void
write_down (ChangesLog *self,
            guint       position,
            guint       removed,
            guint       added)
{
  if (self->text->len > 0)
    g_string_append (self->text, ", ");

  g_string_append_printf (self->text, "%u", position);
  if (removed > 0)
    g_string_append_printf (self->text, "-%u", removed);
  if (added > 0)
    g_string_append_printf (self->text, "+%u", added);
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  ChangesLog *self)
{
  g_assert_true (model == self->model);
  g_assert_cmpuint (position + removed, <=, self->copy->len);

  if (removed > 0)
    g_ptr_array_remove_range (self->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->copy, (int) (position + i),
                        g_list_model_get_item (model, position + i));

  assert_same (self);
  write_down (self, position, removed, added);
}

/* The model must outlive the log. */
ChangesLog *
changes_log_new (GListModel *model)
{
  ChangesLog *self = g_new0 (ChangesLog, 1);
  guint n_items = g_list_model_get_n_items (model);

  self->model = model;
  self->copy = g_ptr_array_new_with_free_func (g_object_unref);
  self->text = g_string_new (NULL);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (self->copy, g_list_model_get_item (model, i));

  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed), self);

  return self;
}

void
changes_log_free (ChangesLog *self)
{
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_ptr_array_unref (self->copy);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* What was written down since the last call, "" for nothing. */
char *
changes_log_take (ChangesLog *self)
{
  char *taken;

  assert_same (self);

  taken = g_strdup (self->text->str);
  g_string_truncate (self->text, 0);

  return taken;
}
