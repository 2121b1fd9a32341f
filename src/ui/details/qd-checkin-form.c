/* The place where one checks in on a key result, and on the next one.
 *
 * Keeps what was not sent, for each key result, while the window lives: fields
 * with words in them are put aside when another card is shown, and come back
 * with it. A correction has fields of its own, above those of the check-in that
 * may be half written.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-checkin-fields.h"
#include "qd-checkin-form.h"

struct _QdCheckinForm
{
  GtkWidget parent_instance;

  QdStore *store;
  QdKeyResult *card;       /* (nullable) */
  QdCheckinFields *shown;  /* (nullable) */
  QdCheckinFields *blank;  /* (nullable): of the cards without a draft */
  GHashTable *drafts;      /* (element-type QdId QdCheckinFields) */
  GHashTable *corrections; /* (element-type QdId QdCheckinFields) */
};

enum
{
  PROP_0,
  PROP_STORE,
  PROP_CARD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdCheckinForm, qd_checkin_form, GTK_TYPE_WIDGET)

static void
remove_fields (gpointer fields)
{
  gtk_widget_unparent (fields);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, remove_fields);
}

static void
keep (GHashTable      *table,
      QdKeyResult     *card,
      QdCheckinFields *fields)
{
  gint64 *id = g_new (gint64, 1);

  *id = qd_entity_get_id (QD_ENTITY (card));
  g_hash_table_insert (table, id, fields);
}

static QdCheckinFields *
look_up (GHashTable  *table,
         QdKeyResult *card)
{
  const gint64 id = qd_entity_get_id (QD_ENTITY (card));

  return g_hash_table_lookup (table, &id);
}

static void
forget (GHashTable  *table,
        QdKeyResult *card)
{
  const gint64 id = qd_entity_get_id (QD_ENTITY (card));

  g_hash_table_remove (table, &id);
}

/* All fields stay our children, and all but one are hidden: without a parent,
 * their buttons would lose their actions. */
static QdCheckinFields *
create_fields (QdCheckinForm *self)
{
  GtkWidget *fields = qd_checkin_fields_new (self->store);

  gtk_widget_set_visible (fields, FALSE);
  gtk_widget_set_parent (fields, GTK_WIDGET (self));

  return QD_CHECKIN_FIELDS (fields);
}

/* A window keeps a widget that had the focus when it was hidden. */
static void
take_focus_from (QdCheckinFields *fields)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (fields));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fields)))
    gtk_root_set_focus (root, NULL);
}

static void
show_fields (QdCheckinForm   *self,
             QdCheckinFields *fields)
{
  if (self->shown == fields)
    return;

  if (self->shown != NULL)
    {
      take_focus_from (self->shown);
      gtk_widget_set_visible (GTK_WIDGET (self->shown), FALSE);
    }
  self->shown = fields;
  if (fields != NULL)
    gtk_widget_set_visible (GTK_WIDGET (fields), TRUE);
}

/* Fields with words in them stay with their card. */
static void
put_aside (QdCheckinForm *self)
{
  QdCheckinFields *fields = self->shown;
  gboolean done;

  if (fields == NULL)
    return;

  done = qd_checkin_fields_finish (fields);
  show_fields (self, NULL);
  if (fields != self->blank && done)
    forget (self->drafts, self->card);
  else if (fields == self->blank && !done)
    {
      keep (self->drafts, self->card, fields);
      self->blank = NULL;
    }
}

static void
turn (QdCheckinForm *self)
{
  QdCheckinFields *fields = NULL;

  if (self->card != NULL)
    {
      fields = look_up (self->corrections, self->card);
      if (fields == NULL)
        fields = look_up (self->drafts, self->card);
    }
  if (fields == NULL && self->card != NULL)
    {
      if (self->blank == NULL)
        self->blank = create_fields (self);
      qd_checkin_fields_set_card (self->blank, self->card);
      fields = self->blank;
    }

  show_fields (self, fields);
}

static void
on_closed (QdCheckinForm *self)
{
  g_assert (QD_IS_CHECKIN_FORM (self));

  show_fields (self, NULL);
  forget (self->corrections, self->card);
  turn (self);
  qd_checkin_form_focus (self);
}

static gboolean
qd_checkin_form_grab_focus (GtkWidget *widget)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (widget);

  return self->shown != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->shown));
}

static void
qd_checkin_form_dispose (GObject *object)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  self->shown = NULL;
  g_hash_table_remove_all (self->drafts);
  g_hash_table_remove_all (self->corrections);
  g_clear_pointer (&self->blank, remove_fields);
  g_clear_object (&self->card);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_checkin_form_parent_class)->dispose (object);
}

static void
qd_checkin_form_finalize (GObject *object)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->corrections);

  G_OBJECT_CLASS (qd_checkin_form_parent_class)->finalize (object);
}

static void
qd_checkin_form_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  switch (property_id)
    {
    case PROP_CARD:
      g_value_set_object (value, qd_checkin_form_get_card (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_checkin_form_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QdCheckinForm *self = QD_CHECKIN_FORM (object);

  switch (property_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;

    case PROP_CARD:
      qd_checkin_form_set_card (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_checkin_form_class_init (QdCheckinFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_checkin_form_dispose;
  object_class->finalize = qd_checkin_form_finalize;
  object_class->get_property = qd_checkin_form_get_property;
  object_class->set_property = qd_checkin_form_set_property;

  widget_class->grab_focus = qd_checkin_form_grab_focus;

  /**
   * QdCheckinForm:store:
   *
   * Where check-ins go.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL,
                         QD_TYPE_STORE,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdCheckinForm:card:
   *
   * The key result to check in on; nothing shows without one.
   */
  properties[PROP_CARD] =
    g_param_spec_object ("card", NULL, NULL,
                         QD_TYPE_KEY_RESULT,
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "checkinform");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_checkin_form_init (QdCheckinForm *self)
{
  self->drafts = new_table ();
  self->corrections = new_table ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Check-in"),
                                  -1);
}

/**
 * qd_checkin_form_new:
 * @store: where check-ins go
 *
 * Returns: (transfer floating): a form, empty without a card
 */
GtkWidget *
qd_checkin_form_new (QdStore *store)
{
  g_return_val_if_fail (QD_IS_STORE (store), NULL);

  return g_object_new (QD_TYPE_CHECKIN_FORM, "store", store, NULL);
}

/**
 * qd_checkin_form_get_card:
 *
 * Returns: (transfer none) (nullable): the key result to check in on
 */
QdKeyResult *
qd_checkin_form_get_card (QdCheckinForm *self)
{
  g_return_val_if_fail (QD_IS_CHECKIN_FORM (self), NULL);

  return self->card;
}

/**
 * qd_checkin_form_set_card:
 * @card: (nullable): the key result to check in on
 *
 * Shows what was written about @card and not sent yet, if anything was. What is
 * written about the card before is kept until that is shown again.
 */
void
qd_checkin_form_set_card (QdCheckinForm *self,
                          QdKeyResult   *card)
{
  g_return_if_fail (QD_IS_CHECKIN_FORM (self));
  g_return_if_fail (card == NULL || QD_IS_KEY_RESULT (card));

  if (self->card == card)
    return;

  put_aside (self);
  g_set_object (&self->card, card);
  turn (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARD]);
}

/**
 * qd_checkin_form_focus:
 *
 * Puts the focus where a check-in begins: on the value, or on the words where
 * there is none.
 */
void
qd_checkin_form_focus (QdCheckinForm *self)
{
  g_return_if_fail (QD_IS_CHECKIN_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * qd_checkin_form_correct:
 * @checkin: a check-in of the card
 *
 * Shows what it says, to be corrected: what is sent then takes its place, with
 * its day. What was being written comes back after that.
 */
void
qd_checkin_form_correct (QdCheckinForm   *self,
                         const QdCheckin *checkin)
{
  QdCheckinFields *fields;

  g_return_if_fail (QD_IS_CHECKIN_FORM (self));
  g_return_if_fail (self->card != NULL);
  g_return_if_fail (checkin != NULL);

  put_aside (self);
  fields = create_fields (self);
  g_signal_connect_swapped (fields, "closed", G_CALLBACK (on_closed), self);
  qd_checkin_fields_set_card (fields, self->card);
  qd_checkin_fields_correct (fields, checkin);
  keep (self->corrections, self->card, fields);

  turn (self);
  qd_checkin_form_focus (self);
}
