/* The foot of a column, where new cards are typed.
 *
 * A button until it is opened, then an entry. Enter hands the title on and
 * waits for the next, Escape closes. Leaving closes too, and hands on what was
 * typed: a click elsewhere must not lose words. Turning to another window is
 * not leaving. Below the entry stands what could be better about the title; that
 * keeps nobody from anything. Who plans a cycle is told of what is typed.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/qd-typing.h"
#include "widgets/qd-wording-line.h"

#include "qd-card-entry.h"

/* In characters. */
#define MAX_LENGTH 1000

/* The rest of a long advice is in its tooltip. */
#define ADVICE_LINES 3

#define SPACING 3

struct _QdCardEntry
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *button;
  GtkWidget *box;        /* (nullable): made when it is needed, as what is in it */
  GtkEditable *entry;    /* (nullable) */
  QdWordingLine *advice; /* (nullable) */
};

enum
{
  SUBMITTED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdCardEntry, qd_card_entry, GTK_TYPE_WIDGET)

static gboolean
is_open (QdCardEntry *self)
{
  return self->box != NULL && gtk_stack_get_visible_child (self->stack) == self->box;
}

static void
submit (QdCardEntry *self)
{
  g_autofree char *title = NULL;
  gboolean accepted = FALSE;

  if (self->entry == NULL)
    return;
  title = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  if (*title == '\0')
    return;

  /* A new card may bring us here again before it is done. */
  gtk_editable_set_text (self->entry, "");
  g_signal_emit (self, signals[SUBMITTED], 0, title, &accepted);
  if (!accepted)
    gtk_editable_set_text (self->entry, title);
  else
    qd_typing_forget (self->entry);
}

static void
close_entry (QdCardEntry *self)
{
  gtk_stack_set_visible_child (self->stack, self->button);
}

static void
on_activate (QdCardEntry *self)
{
  g_assert (QD_IS_CARD_ENTRY (self));

  submit (self);
}

static void
on_changed (QdCardEntry *self)
{
  g_assert (QD_IS_CARD_ENTRY (self));

  qd_wording_line_judge (self->advice, gtk_editable_get_text (self->entry), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  qd_wording_line_get_text (self->advice),
                                  -1);
  gtk_widget_activate_action (GTK_WIDGET (self), "planning.draft", "s",
                              gtk_editable_get_text (self->entry));
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                QdCardEntry           *self)
{
  g_assert (QD_IS_CARD_ENTRY (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (self->entry, "");
  close_entry (self);
  g_signal_emit (self, signals[CLOSED], 0);

  return GDK_EVENT_STOP;
}

static void
on_leave (QdCardEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_assert (QD_IS_CARD_ENTRY (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    return;

  qd_card_entry_finish (self);
}

/* Nobody types into most columns, and an entry is the dearest thing in them. */
static void
create_entry (QdCardEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *advice = qd_wording_line_new (ADVICE_LINES);

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Raise NPS from 31 to 45"));
  gtk_entry_set_max_length (GTK_ENTRY (entry), MAX_LENGTH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Title of the new key result"),
                                  -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (entry, focus);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_box_append (GTK_BOX (self->box), entry);
  gtk_box_append (GTK_BOX (self->box), advice);
  gtk_stack_add_child (self->stack, self->box);
  self->entry = GTK_EDITABLE (entry);
  qd_typing_forget (self->entry);
  self->advice = QD_WORDING_LINE (advice);
  on_changed (self);
}

static void
qd_card_entry_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QD_TYPE_CARD_ENTRY);

  G_OBJECT_CLASS (qd_card_entry_parent_class)->dispose (object);
}

static void
qd_card_entry_class_init (QdCardEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_card_entry_dispose;

  /**
   * QdCardEntry::submitted:
   * @self: the entry
   * @title: the title of a new card, not empty
   *
   * Returns: whether there is such a card now; else the title stays
   */
  signals[SUBMITTED] =
    g_signal_new ("submitted",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, g_signal_accumulator_true_handled, NULL, NULL,
                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  /**
   * QdCardEntry::closed:
   * @self: the entry
   *
   * Somebody pressed Escape; the focus has to go somewhere.
   */
  signals[CLOSED] =
    g_signal_new ("closed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-card-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, QdCardEntry, stack);
  gtk_widget_class_bind_template_child (widget_class, QdCardEntry, button);
  gtk_widget_class_bind_template_callback (widget_class, qd_card_entry_open);

  gtk_widget_class_set_css_name (widget_class, "cardentry");
}

static void
qd_card_entry_init (QdCardEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_card_entry_finish:
 * @self: the foot of a column
 *
 * Takes what was typed so far for a title, as leaving does.
 */
void
qd_card_entry_finish (QdCardEntry *self)
{
  g_return_if_fail (QD_IS_CARD_ENTRY (self));

  submit (self);
  close_entry (self);
}

/**
 * qd_card_entry_open:
 * @self: the foot of a column
 *
 * Lets a title be typed.
 */
void
qd_card_entry_open (QdCardEntry *self)
{
  g_return_if_fail (QD_IS_CARD_ENTRY (self));

  if (self->entry == NULL)
    create_entry (self);
  if (!is_open (self))
    gtk_stack_set_visible_child (self->stack, self->box);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
