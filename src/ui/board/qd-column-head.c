/* The head of a column: title, count, limit, menu, and how its cards divide
 * among the objectives.
 *
 * The title is edited in place: a double click, or begin_rename(). What was
 * typed is handed on in the signal "renamed"; the head writes nothing itself.
 * Dragging the head drags the column.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/qd-card-text.h"
#include "widgets/qd-distribution.h"
#include "widgets/qd-drag-escape.h"
#include "widgets/qd-drag-picture.h"
#include "widgets/qd-number-format.h"
#include "widgets/qd-objective-spread.h"
#include "widgets/qd-tooltip.h"

#include "qd-column-head.h"

/* Of a title, in characters. */
#define MAX_LENGTH 200

/* In pixels. A head that is narrower than ROOMY leaves the button out. */
#define SPACING 6
#define ROOMY 132

struct _QdColumnHead
{
  GtkWidget parent_instance;

  QdColumn *column;
  gboolean editable;

  GtkWidget *row;
  GtkStack *stack;
  GtkLabel *title;
  GtkText *editor; /* (nullable): made when it is needed */
  GtkLabel *count;
  GtkWidget *button;
  QdDistribution *distribution;
};

enum
{
  RENAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QdColumnHead, qd_column_head, GTK_TYPE_WIDGET)

static gboolean
is_editing (QdColumnHead *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->editor);
}

static void
end_rename (QdColumnHead *self,
            gboolean      keep)
{
  g_autofree char *title = NULL;

  if (!is_editing (self))
    return;

  title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor))));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->title));

  if (keep && *title != '\0' &&
      !g_str_equal (title, qd_entity_get_title (QD_ENTITY (self->column))))
    g_signal_emit (self, signals[RENAMED], 0, title);
}

static void
on_editor_activate (QdColumnHead *self)
{
  g_assert (QD_IS_COLUMN_HEAD (self));

  end_rename (self, TRUE);
  gtk_widget_grab_focus (self->button);
}

static gboolean
on_editor_key_pressed (GtkEventControllerKey *controller,
                       guint                  keyval,
                       guint                  keycode,
                       GdkModifierType        state,
                       QdColumnHead          *self)
{
  g_assert (QD_IS_COLUMN_HEAD (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  end_rename (self, FALSE);
  gtk_widget_grab_focus (self->button);

  return GDK_EVENT_STOP;
}

static void
on_editor_leave (QdColumnHead *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_assert (QD_IS_COLUMN_HEAD (self));

  /* Another window got the focus; this one will come back to the editor. */
  if (root != NULL &&
      gtk_root_get_focus (root) == GTK_WIDGET (self->editor))
    return;

  end_rename (self, TRUE);
}

static void
create_editor (QdColumnHead *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *editor = gtk_text_new ();

  gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
  gtk_text_set_max_length (GTK_TEXT (editor), MAX_LENGTH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the column"),
                                  -1);
  g_signal_connect_swapped (editor, "activate", G_CALLBACK (on_editor_activate), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_editor_key_pressed), self);
  gtk_widget_add_controller (editor, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_editor_leave), self);
  gtk_widget_add_controller (editor, focus);

  gtk_stack_add_child (self->stack, editor);
  self->editor = GTK_TEXT (editor);
}

static void
on_pressed (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            QdColumnHead    *self)
{
  g_assert (QD_IS_COLUMN_HEAD (self));

  if (n_press == 2 && self->editable && !is_editing (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      qd_column_head_begin_rename (self);
    }
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source,
                 double         x,
                 double         y,
                 QdColumnHead  *self)
{
  GtkWidget *column = gtk_widget_get_parent (GTK_WIDGET (self));

  g_assert (QD_IS_COLUMN_HEAD (self));

  if (!self->editable || is_editing (self) ||
      !qd_drag_picture_set (source, column, x, y))
    return NULL;

  return gdk_content_provider_new_typed (QD_TYPE_COLUMN, self->column);
}

static void
on_drag_begin (GtkDragSource *source,
               GdkDrag       *drag,
               QdColumnHead  *self)
{
  g_assert (QD_IS_COLUMN_HEAD (self));

  gtk_widget_add_css_class (gtk_widget_get_parent (GTK_WIDGET (self)), "dragging");
  qd_drag_escape_watch (drag);
}

static void
on_drag_end (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             QdColumnHead  *self)
{
  GtkWidget *parent;

  g_assert (QD_IS_COLUMN_HEAD (self));

  parent = gtk_widget_get_parent (GTK_WIDGET (self));
  if (parent != NULL)
    gtk_widget_remove_css_class (parent, "dragging");
}

static void
update_count (QdColumnHead *self,
              guint         n_shown,
              guint         n_cards)
{
  guint limit = qd_column_get_limit (self->column);
  g_autofree char *text = NULL;
  g_autofree char *tooltip = NULL;

  if (n_shown < n_cards)
    /* Translators: of the seven cards in a column two match the filter */
    text = g_strdup_printf (_("%u of %u"), n_shown, n_cards);
  else if (limit > 0)
    /* Translators: cards in a column, and how many there should be at most */
    text = g_strdup_printf (C_("cards and limit", "%u/%u"), n_cards, limit);
  else
    text = g_strdup_printf ("%u", n_cards);

  gtk_label_set_text (self->count, text);

  if (limit > 0 && n_cards > limit)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->count), "exceeded");
      tooltip = g_strdup_printf (ngettext ("%u card is more than the limit of %u",
                                           "%u cards are more than the limit of %u",
                                           n_cards),
                                 n_cards, limit);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->count), "exceeded");
      if (limit > 0)
        tooltip = g_strdup_printf (ngettext ("%u card, the limit is %u",
                                             "%u cards, the limit is %u",
                                             n_cards),
                                   n_cards, limit);
    }

  qd_tooltip_set_text (GTK_WIDGET (self->count), tooltip);
}

static void
update_distribution (QdColumnHead *self)
{
  QdBoard *board = qd_column_get_board (self->column);
  g_autoptr (QdObjectiveSpread) spread = NULL;
  g_autofree QdSegment *segments = NULL;
  g_autofree char *words = NULL;
  guint n_segments;

  if (board == NULL)
    return;

  spread = qd_objective_spread_new (board);
  qd_objective_spread_add (spread, self->column, NULL);
  segments = qd_objective_spread_segments (spread, &n_segments);
  words = qd_objective_spread_describe (spread);

  qd_distribution_set_segments (self->distribution, segments, n_segments);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->distribution),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

/* With the space beside it; nothing where it is hidden. */
static int
measure_button (QdColumnHead   *self,
                GtkOrientation  orientation)
{
  int size;

  gtk_widget_measure (self->button, orientation, -1, &size, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && size > 0)
    size += SPACING;

  return size;
}

static void
qd_column_head_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  QdColumnHead *self = QD_COLUMN_HEAD (widget);
  const int button = measure_button (self, orientation);
  int strip;

  gtk_widget_measure (self->row, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->distribution), orientation, -1,
                      &strip, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural += button;
      return;
    }

  /* Equally high with the button and without it. */
  *minimum = MAX (*minimum, button) + SPACING + strip;
  *natural = MAX (*natural, button) + SPACING + strip;
}

static void
allocate (GtkWidget *widget,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
qd_column_head_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  QdColumnHead *self = QD_COLUMN_HEAD (widget);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const gboolean roomy = width >= ROOMY;
  const int button = roomy ? measure_button (self, GTK_ORIENTATION_HORIZONTAL) : 0;
  const int row = width - button;
  int strip;

  gtk_widget_measure (GTK_WIDGET (self->distribution), GTK_ORIENTATION_VERTICAL, width,
                      &strip, NULL, NULL, NULL);
  height -= SPACING + strip;

  allocate (self->row, rtl ? width - row : 0, 0, row, height);
  gtk_widget_set_child_visible (self->button, roomy);
  if (button > 0)
    allocate (self->button, rtl ? 0 : row + SPACING, 0, button - SPACING, height);
  allocate (GTK_WIDGET (self->distribution), 0, height + SPACING, width, strip);
}

static void
qd_column_head_dispose (GObject *object)
{
  QdColumnHead *self = QD_COLUMN_HEAD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QD_TYPE_COLUMN_HEAD);
  g_clear_object (&self->column);

  G_OBJECT_CLASS (qd_column_head_parent_class)->dispose (object);
}

static void
qd_column_head_class_init (QdColumnHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_column_head_dispose;

  widget_class->measure = qd_column_head_measure;
  widget_class->size_allocate = qd_column_head_size_allocate;

  /**
   * QdColumnHead::renamed:
   * @self: the head
   * @title: what the column should be called, not empty
   */
  signals[RENAMED] =
    g_signal_new ("renamed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (QD_TYPE_DISTRIBUTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/quarterdeck/Quarterdeck/qd-column-head.ui");
  gtk_widget_class_bind_template_child (widget_class, QdColumnHead, row);
  gtk_widget_class_bind_template_child (widget_class, QdColumnHead, stack);
  gtk_widget_class_bind_template_child (widget_class, QdColumnHead, title);
  gtk_widget_class_bind_template_child (widget_class, QdColumnHead, count);
  gtk_widget_class_bind_template_child (widget_class, QdColumnHead, button);
  gtk_widget_class_bind_template_child (widget_class, QdColumnHead, distribution);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepare);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_end);

  gtk_widget_class_set_css_name (widget_class, "columnhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_column_head_init (QdColumnHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * qd_column_head_set_column:
 * @self: a head without a column
 * @column: its column, from now on
 * @editable: whether the column may be renamed and dragged
 */
void
qd_column_head_set_column (QdColumnHead *self,
                           QdColumn     *column,
                           gboolean      editable)
{
  g_return_if_fail (QD_IS_COLUMN_HEAD (self));
  g_return_if_fail (QD_IS_COLUMN (column));
  g_return_if_fail (self->column == NULL);

  self->column = g_object_ref (column);
  self->editable = editable;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "board.column-menu");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "x",
                                    qd_entity_get_id (QD_ENTITY (column)));
}

/**
 * qd_column_head_set_editable:
 * @self: a head
 * @editable: whether the column may be renamed and dragged
 */
void
qd_column_head_set_editable (QdColumnHead *self,
                             gboolean      editable)
{
  g_return_if_fail (QD_IS_COLUMN_HEAD (self));

  self->editable = editable;
}

/**
 * qd_column_head_update:
 * @self: a head
 *
 * Shows what the column says now.
 */
void
qd_column_head_update (QdColumnHead *self)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (QD_IS_COLUMN_HEAD (self));

  title = qd_card_text_clip (qd_entity_get_title (QD_ENTITY (self->column)));
  gtk_label_set_text (self->title, title);
  qd_tooltip_set_text (GTK_WIDGET (self->title), title);

  /* Translators: the name of a button; the blank is the title of a column */
  label = g_strdup_printf (_("Menu of %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  update_distribution (self);
}

/**
 * qd_column_head_set_n_shown:
 * @self: a head
 * @n_shown: how many cards of the column match the filter
 *
 * Shows this beside how many there are.
 */
void
qd_column_head_set_n_shown (QdColumnHead *self,
                            guint         n_shown)
{
  g_return_if_fail (QD_IS_COLUMN_HEAD (self));

  update_count (self, n_shown,
                g_list_model_get_n_items (G_LIST_MODEL (self->column)));
}

/**
 * qd_column_head_begin_rename:
 * @self: a head
 *
 * Lets the title be edited in place. Enter and leaving keep it, Escape does
 * not.
 */
void
qd_column_head_begin_rename (QdColumnHead *self)
{
  g_return_if_fail (QD_IS_COLUMN_HEAD (self));

  if (self->editor == NULL)
    create_editor (self);
  gtk_editable_set_text (GTK_EDITABLE (self->editor),
                         qd_entity_get_title (QD_ENTITY (self->column)));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->editor));
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/**
 * qd_column_head_finish_rename:
 * @self: a head
 *
 * Keeps the title as far as it is edited, if it is.
 */
void
qd_column_head_finish_rename (QdColumnHead *self)
{
  g_return_if_fail (QD_IS_COLUMN_HEAD (self));

  end_rename (self, TRUE);
}

/**
 * qd_column_head_get_button:
 * @self: a head
 *
 * Returns: (transfer none): the button that opens the menu of the column
 */
GtkWidget *
qd_column_head_get_button (QdColumnHead *self)
{
  g_return_val_if_fail (QD_IS_COLUMN_HEAD (self), NULL);

  return self->button;
}
