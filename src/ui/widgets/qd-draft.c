/* What is typed into an entry, until it is finished.
 *
 * Enter and leaving finish a draft, Escape takes it back. While there is one,
 * nothing from outside overwrites it; turning to another window is not
 * leaving. The undo key takes back what was typed of the draft, and nothing that
 * was before it. What a draft means, and whether it is good, is not known here.
 */

#include "config.h"

#include "qd-draft.h"
#include "qd-typing.h"

struct _QdDraft
{
  GObject parent_instance;

  GtkEntry *entry; /* (nullable): weak */
  char *shown;     /* what the draft began with */
  gboolean showing;
};

enum
{
  TYPED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdDraft, qd_draft, G_TYPE_OBJECT)

static const char *
peek_text (QdDraft *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
on_changed (QdDraft *self)
{
  g_assert (QD_IS_DRAFT (self));

  if (!self->showing)
    g_signal_emit (self, signals[TYPED], 0);
}

static gboolean
on_key_pressed (QdDraft        *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  g_assert (QD_IS_DRAFT (self));

  if (keyval != GDK_KEY_Escape || !qd_draft_is_changed (self))
    return GDK_EVENT_PROPAGATE;

  qd_draft_settle (self, self->shown);
  g_signal_emit (self, signals[TYPED], 0);

  return GDK_EVENT_STOP;
}

static void
on_leave (QdDraft *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->entry));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_assert (QD_IS_DRAFT (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry)))
    qd_draft_finish (self);
}

static void
qd_draft_dispose (GObject *object)
{
  QdDraft *self = QD_DRAFT (object);

  g_clear_weak_pointer (&self->entry);

  G_OBJECT_CLASS (qd_draft_parent_class)->dispose (object);
}

static void
qd_draft_finalize (GObject *object)
{
  QdDraft *self = QD_DRAFT (object);

  g_free (self->shown);

  G_OBJECT_CLASS (qd_draft_parent_class)->finalize (object);
}

static void
qd_draft_class_init (QdDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = qd_draft_dispose;
  object_class->finalize = qd_draft_finalize;

  /**
   * QdDraft::typed:
   *
   * The person changed the text, or took the draft back.
   */
  signals[TYPED] =
    g_signal_new ("typed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  /**
   * QdDraft::finished:
   *
   * There is a draft, and the person pressed Enter or went elsewhere. Who finds
   * it good calls qd_draft_settle(); else it goes on.
   */
  signals[FINISHED] =
    g_signal_new ("finished",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
qd_draft_init (QdDraft *self)
{
  self->shown = g_strdup ("");
}

/**
 * qd_draft_new:
 * @entry: an entry, which must not change its text by itself
 *
 * Returns: (transfer full): the drafts of @entry
 */
QdDraft *
qd_draft_new (GtkEntry *entry)
{
  QdDraft *self = g_object_new (QD_TYPE_DRAFT, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_set_weak_pointer (&self->entry, entry);
  qd_typing_forget (GTK_EDITABLE (entry));
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (qd_draft_finish), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);

  return self;
}

/**
 * qd_draft_is_changed:
 *
 * Returns: whether there is something that is not finished
 */
gboolean
qd_draft_is_changed (QdDraft *self)
{
  g_return_val_if_fail (QD_IS_DRAFT (self), FALSE);

  return self->entry != NULL && !g_str_equal (peek_text (self), self->shown);
}

/**
 * qd_draft_dup_text:
 *
 * Returns: (transfer full): what is in the entry, without spaces around it
 */
char *
qd_draft_dup_text (QdDraft *self)
{
  g_return_val_if_fail (QD_IS_DRAFT (self), NULL);

  return g_strstrip (g_strdup (self->entry != NULL ? peek_text (self) : ""));
}

/**
 * qd_draft_show:
 * @text: what is there now
 *
 * Shows @text; where there is a draft, only after it is taken back.
 */
void
qd_draft_show (QdDraft    *self,
               const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (QD_IS_DRAFT (self));
  g_return_if_fail (text != NULL);

  if (!qd_draft_is_changed (self))
    {
      qd_draft_settle (self, text);
      return;
    }

  shown = g_strdup (text);
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
}

/**
 * qd_draft_settle:
 * @text: what is there now
 *
 * Ends the draft, if there is one, and shows @text.
 */
void
qd_draft_settle (QdDraft    *self,
                 const char *text)
{
  g_autofree char *old = NULL;

  g_return_if_fail (QD_IS_DRAFT (self));
  g_return_if_fail (text != NULL);

  /* It may be the text that is replaced. */
  old = self->shown;
  self->shown = g_strdup (text);

  if (self->entry == NULL)
    return;

  if (qd_draft_is_changed (self))
    {
      self->showing = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
      self->showing = FALSE;
    }
  qd_typing_forget (GTK_EDITABLE (self->entry));
}

/**
 * qd_draft_finish:
 *
 * Does what leaving does: emits #QdDraft::finished where there is a draft.
 */
void
qd_draft_finish (QdDraft *self)
{
  g_return_if_fail (QD_IS_DRAFT (self));

  if (qd_draft_is_changed (self))
    g_signal_emit (self, signals[FINISHED], 0);
}
