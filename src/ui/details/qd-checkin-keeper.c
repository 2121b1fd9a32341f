/* Keeps what is in the fields of a check-in, so that it is there again after the program
 * was killed, or where another form turns to the same key result.
 *
 * Writes soon after the first change, and then as often as that while somebody types. What
 * is not kept any more was sent, or discarded, by another form: fields that show it are
 * emptied before anybody sees them, and where they are seen, once the file has changed. A
 * correction is not kept: nearly all of it stands in the check-in that it corrects.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-checkin-keeper.h"
#include "widgets/qd-day-text.h"
#include "widgets/qd-toaster.h"

#define KEY "qd-checkin-keeper"

/* In milliseconds. */
#define PATIENCE 1000

typedef struct
{
  QdCheckinFields *fields; /* (unowned): has this as its data */
  QdStore *store;
  gboolean kept;           /* what is in the fields, or was before the last change */
  QdDay resumed;           /* since when it is kept, where nobody was told yet */
  guint keep_id;
  guint check_id;
} Keeper;

static Keeper *
get_keeper (QdCheckinFields *fields)
{
  return g_object_get_data (G_OBJECT (fields), KEY);
}

static QdId
get_id (Keeper *self)
{
  return qd_entity_get_id (QD_ENTITY (qd_checkin_fields_get_card (self->fields)));
}

static void
forget (Keeper *self)
{
  g_clear_handle_id (&self->keep_id, g_source_remove);
  if (self->kept)
    qd_unsent_forget (get_id (self));
  self->kept = FALSE;
}

/* What cannot be kept is in the fields still, and who closes the window is asked. */
static void
keep (Keeper *self)
{
  g_autoptr (QdUnsent) unsent = qd_checkin_fields_dup_unsent (self->fields);
  g_autoptr (GError) error = NULL;

  if (qd_unsent_is_empty (unsent))
    forget (self);
  else if (qd_unsent_keep (get_id (self), unsent, &error))
    self->kept = TRUE;
  else
    g_info ("What was written of a check-in is not kept: %s", error->message);
}

static gboolean
on_patience_over (gpointer user_data)
{
  Keeper *self = user_data;

  self->keep_id = 0;
  keep (self);

  return G_SOURCE_REMOVE;
}

static void
on_edited (QdCheckinFields *fields,
           Keeper          *self)
{
  g_assert (self->fields == fields);

  if (self->keep_id == 0 && qd_checkin_fields_get_corrected (fields) == QD_ID_NONE)
    self->keep_id = g_timeout_add (PATIENCE, on_patience_over, self);
}

static void
on_sent (QdCheckinFields *fields,
         Keeper          *self)
{
  forget (self);
}

static void
on_map (QdCheckinFields *fields,
        Keeper          *self)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  qd_checkin_keeper_check (fields);
  if (!self->kept || self->resumed == QD_DAY_NONE)
    return;

  day = qd_day_text_full (self->resumed);
  self->resumed = QD_DAY_NONE;
  /* Translators: %s is a day. */
  text = g_strdup_printf (_("What was written here on %s was not sent yet."), day);
  qd_toaster_say (GTK_WIDGET (fields), text, FALSE);
}

static gboolean
on_check_due (gpointer user_data)
{
  Keeper *self = user_data;

  self->check_id = 0;
  qd_checkin_keeper_check (self->fields);

  return G_SOURCE_REMOVE;
}

/* Another form may be about to say that it sent what is in the fields. */
static void
on_changed (QdCheckinFields *fields)
{
  Keeper *self = get_keeper (fields);

  if (self->kept && self->check_id == 0)
    self->check_id = g_idle_add (on_check_due, self);
}

/* Others may hold on to fields that are empty shells by then. */
static void
on_destroy (QdCheckinFields *fields,
            Keeper          *self)
{
  g_signal_handlers_disconnect_by_func (self->store, on_changed, fields);
  g_clear_object (&self->store);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_clear_handle_id (&self->check_id, g_source_remove);
}

static void
keeper_free (gpointer data)
{
  Keeper *self = data;

  g_assert (self->keep_id == 0 && self->check_id == 0 && self->store == NULL);
  g_free (self);
}

/**
 * qd_checkin_keeper_attach:
 * @fields: fields for check-ins
 * @store: where they go
 *
 * Keeps from now on what is written in @fields and not sent.
 */
void
qd_checkin_keeper_attach (QdCheckinFields *fields,
                          QdStore         *store)
{
  Keeper *self;

  g_return_if_fail (QD_IS_CHECKIN_FIELDS (fields));
  g_return_if_fail (QD_IS_STORE (store));

  self = g_new0 (Keeper, 1);
  self->fields = fields;
  self->store = g_object_ref (store);
  g_object_set_data_full (G_OBJECT (fields), KEY, self, keeper_free);
  g_signal_connect (fields, "edited", G_CALLBACK (on_edited), self);
  g_signal_connect (fields, "sent", G_CALLBACK (on_sent), self);
  g_signal_connect (fields, "map", G_CALLBACK (on_map), self);
  g_signal_connect (fields, "destroy", G_CALLBACK (on_destroy), self);
  g_signal_connect_swapped (store, "changed", G_CALLBACK (on_changed), fields);
}

/**
 * qd_checkin_keeper_resume:
 * @fields: fields that are empty, for another key result than before
 *
 * Fills in what is kept of the key result, and tells the person so once they see it.
 */
void
qd_checkin_keeper_resume (QdCheckinFields *fields)
{
  g_autoptr (QdUnsent) unsent = NULL;
  Keeper *self;

  g_return_if_fail (QD_IS_CHECKIN_FIELDS (fields));

  self = get_keeper (fields);
  self->kept = FALSE;
  unsent = qd_unsent_read (get_id (self));
  if (unsent == NULL)
    return;

  qd_checkin_fields_resume (fields, unsent);
  g_clear_handle_id (&self->keep_id, g_source_remove);
  self->resumed = qd_day_of_instant (unsent->written);
  self->kept = TRUE;
}

/**
 * qd_checkin_keeper_keep:
 * @fields: fields for check-ins
 *
 * Keeps at once what would have been kept in a moment; for when @fields go out of sight.
 */
void
qd_checkin_keeper_keep (QdCheckinFields *fields)
{
  Keeper *self;

  g_return_if_fail (QD_IS_CHECKIN_FIELDS (fields));

  self = get_keeper (fields);
  if (self->keep_id == 0)
    return;

  g_clear_handle_id (&self->keep_id, g_source_remove);
  keep (self);
}

/**
 * qd_checkin_keeper_check:
 * @fields: fields for check-ins
 *
 * Empties @fields where another form sent or discarded what is in them.
 */
void
qd_checkin_keeper_check (QdCheckinFields *fields)
{
  Keeper *self;

  g_return_if_fail (QD_IS_CHECKIN_FIELDS (fields));

  self = get_keeper (fields);
  if (!self->kept || self->keep_id != 0 || qd_unsent_is_there (get_id (self)))
    return;

  self->kept = FALSE;
  qd_checkin_fields_empty (fields);
}

/**
 * qd_checkin_keeper_discard:
 * @fields: fields for check-ins
 *
 * What is written in @fields is not wanted any more. They are not emptied.
 */
void
qd_checkin_keeper_discard (QdCheckinFields *fields)
{
  g_return_if_fail (QD_IS_CHECKIN_FIELDS (fields));

  forget (get_keeper (fields));
}
