/* One card in a column.
 *
 * Rows of a list are recycled, so the view knows nothing but the card it shows
 * at the moment; what happens to cards is decided by the column and the board.
 * It is the focus and the name of its row.
 */

#include "config.h"

#include "widgets/qd-card-text.h"

#include "qd-card-face.h"
#include "qd-card-view.h"

/* In pixels. The column decides how wide a card is; nobody who asks for its
 * height without a width uses the answer, so it is not worth laying out text. */
#define MINIMUM_WIDTH 96
#define MINIMUM_WIDTH_COMPACT 64
#define NATURAL_WIDTH 220
#define NATURAL_HEIGHT 80

/* How far around the face is drawn, in pixels: less than the card's padding. */
#define OVERHANG 5

/* How long a gap takes to open, in microseconds. */
#define GAP_DURATION (120 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  int above;
  int below;
} Gap;

struct _QdCardView
{
  GtkWidget parent_instance;

  QdStore *store; /* (nullable) */
  QdCard *item; /* (nullable) */
  QdCardFace *face;
  QdDensity density;
  char *column; /* (nullable): the name of its column, as the label says it */
  char *before; /* (nullable): what the label says before the place … */
  char *after;  /* … and behind it, as long as that holds */
  char *label;  /* (nullable): nothing was said of this card yet */
  guint position;
  guint n_cards;
  guint label_source;

  GSignalGroup *item_signals;
  GSignalGroup *objective_signals;

  Gap gap_from;
  Gap gap_to;
  gint64 gap_start;
  guint gap_tick;
};

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QdCardView, qd_card_view, GTK_TYPE_WIDGET)

/* A card that is new to the view hears of its place soon. */
static void
update_label (QdCardView *self)
{
  g_autofree char *label = NULL;

  if (self->n_cards == 0)
    return;

  if (self->before == NULL)
    qd_card_text_get_halves (self->item, &self->before, &self->after);
  label = qd_card_text_join (self->before, self->after, self->position, self->n_cards);
  if (g_strcmp0 (label, self->label) == 0)
    return;

  g_free (self->label);
  self->label = g_steal_pointer (&label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}

static void
forget_label (QdCardView *self)
{
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);
}

/* The label says the name of the column, of which the card does not hear. */
static gboolean
column_is_renamed (QdCardView *self)
{
  QdColumn *column = self->item != NULL ? qd_card_get_column (self->item) : NULL;
  const char *title = column != NULL ? qd_entity_get_title (QD_ENTITY (column)) : NULL;

  if (g_strcmp0 (self->column, title) == 0)
    return FALSE;
  g_free (self->column);
  self->column = g_strdup (title);

  return TRUE;
}

static gboolean
on_label_idle (gpointer data)
{
  QdCardView *self = data;

  self->label_source = 0;
  if (self->before == NULL)
    update_label (self);

  return G_SOURCE_REMOVE;
}

/* Several things may change at once, and are told together, before the next frame: also
 * by a row that is out of sight and hears of no frame. */
static void
update (QdCardView *self)
{
  qd_card_face_forget (self->face);
  forget_label (self);
  if (self->label_source == 0)
    self->label_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_label_idle, self, NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_item_notify (QdCard     *item,
                GParamSpec *pspec,
                QdCardView *self)
{
  g_assert (QD_IS_CARD_VIEW (self));

  /* It comes with the summary that it is told from. */
  if (g_str_equal (pspec->name, "current"))
    return;

  g_signal_group_set_target (self->objective_signals,
                             qd_card_get_objective (item));
  update (self);
}

static void
on_objective_notify (QdObjective *objective,
                     GParamSpec  *pspec,
                     QdCardView  *self)
{
  g_assert (QD_IS_CARD_VIEW (self));

  update (self);
}

static void
apply_gap (QdCardView *self,
           double      t)
{
  Gap *from = &self->gap_from;
  Gap *to = &self->gap_to;

  gtk_widget_set_margin_top (GTK_WIDGET (self),
                             from->above + (int) (t * (to->above - from->above)));
  gtk_widget_set_margin_bottom (GTK_WIDGET (self),
                                from->below + (int) (t * (to->below - from->below)));
}

static void
stop_gap (QdCardView *self)
{
  if (self->gap_tick == 0)
    return;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->gap_tick);
  self->gap_tick = 0;
}

static gboolean
on_gap_tick (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  QdCardView *self = QD_CARD_VIEW (widget);
  gint64 elapsed = gdk_frame_clock_get_frame_time (clock) - self->gap_start;
  double left = 1.0 - MIN ((double) elapsed / GAP_DURATION, 1.0);

  g_assert (QD_IS_CARD_VIEW (self));

  apply_gap (self, 1.0 - left * left * left);
  if (left > 0.0)
    return G_SOURCE_CONTINUE;

  self->gap_tick = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
wants_animation (QdCardView *self)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-enable-animations", &enabled,
                NULL);

  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

static GtkSizeRequestMode
qd_card_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
qd_card_view_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  QdCardView *self = QD_CARD_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->density == QD_DENSITY_COMPACT ? MINIMUM_WIDTH_COMPACT : MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = for_size > 0 ? qd_card_face_measure (self->face, for_size)
                              : NATURAL_HEIGHT;
      *natural = *minimum;
    }
}

static void
qd_card_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  QdCardView *self = QD_CARD_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  /* Letters may reach over their line a little, but no pile of accents over the
   * cards beside. */
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (-OVERHANG, -OVERHANG,
                                               (float) (width + 2 * OVERHANG),
                                               (float) (height + 2 * OVERHANG)));
  qd_card_face_snapshot (self->face, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
}

/* The face is in another font now, or begins at the other edge. */
static void
qd_card_view_css_changed (GtkWidget         *widget,
                          GtkCssStyleChange *change)
{
  qd_card_face_forget (QD_CARD_VIEW (widget)->face);

  GTK_WIDGET_CLASS (qd_card_view_parent_class)->css_changed (widget, change);
}

static void
qd_card_view_direction_changed (GtkWidget        *widget,
                                GtkTextDirection  previous)
{
  qd_card_face_forget (QD_CARD_VIEW (widget)->face);

  GTK_WIDGET_CLASS (qd_card_view_parent_class)->direction_changed (widget, previous);
}

static void
qd_card_view_unmap (GtkWidget *widget)
{
  QdCardView *self = QD_CARD_VIEW (widget);

  GTK_WIDGET_CLASS (qd_card_view_parent_class)->unmap (widget);

  /* A list keeps rows far outside the window; GTK remembers their height. */
  qd_card_face_forget (self->face);
}

static gboolean
qd_card_view_query_tooltip (GtkWidget  *widget,
                            int         x,
                            int         y,
                            gboolean    keyboard,
                            GtkTooltip *tooltip)
{
  QdCardView *self = QD_CARD_VIEW (widget);
  g_autofree char *text = NULL;

  /* The keyboard points at no part, so it asks about the whole card. */
  if (keyboard)
    text = g_strdup (self->label);
  else
    text = qd_card_face_dup_tooltip (self->face, self->store,
                                     gtk_widget_get_width (widget),
                                     gtk_widget_get_height (widget), x, y);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
qd_card_view_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  QdCardView *self = QD_CARD_VIEW (object);

  switch (property_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, qd_card_view_get_item (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_card_view_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  QdCardView *self = QD_CARD_VIEW (object);

  switch (property_id)
    {
    case PROP_ITEM:
      qd_card_view_set_item (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_card_view_dispose (GObject *object)
{
  QdCardView *self = QD_CARD_VIEW (object);

  stop_gap (self);
  g_clear_handle_id (&self->label_source, g_source_remove);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->objective_signals);
  g_clear_pointer (&self->face, qd_card_face_free);
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qd_card_view_parent_class)->dispose (object);
}

static void
qd_card_view_finalize (GObject *object)
{
  QdCardView *self = QD_CARD_VIEW (object);

  forget_label (self);
  g_free (self->label);
  g_free (self->column);

  G_OBJECT_CLASS (qd_card_view_parent_class)->finalize (object);
}

static void
qd_card_view_class_init (QdCardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qd_card_view_get_property;
  object_class->set_property = qd_card_view_set_property;
  object_class->dispose = qd_card_view_dispose;
  object_class->finalize = qd_card_view_finalize;

  widget_class->get_request_mode = qd_card_view_get_request_mode;
  widget_class->measure = qd_card_view_measure;
  widget_class->snapshot = qd_card_view_snapshot;
  widget_class->css_changed = qd_card_view_css_changed;
  widget_class->direction_changed = qd_card_view_direction_changed;
  widget_class->unmap = qd_card_view_unmap;
  widget_class->query_tooltip = qd_card_view_query_tooltip;

  /**
   * QdCardView:item:
   *
   * The card to show.
   */
  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL,
                         QD_TYPE_CARD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "card");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
qd_card_view_init (QdCardView *self)
{
  self->face = qd_card_face_new (GTK_WIDGET (self));
  self->density = QD_DENSITY_CARDS;

  self->item_signals = g_signal_group_new (QD_TYPE_CARD);
  g_signal_group_connect (self->item_signals, "notify",
                          G_CALLBACK (on_item_notify), self);
  self->objective_signals = g_signal_group_new (QD_TYPE_OBJECTIVE);
  g_signal_group_connect (self->objective_signals, "notify",
                          G_CALLBACK (on_objective_notify), self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * qd_card_view_new:
 * @store: (nullable): the file that its cards are in; without it, nothing is
 *   told of what belongs to a card
 *
 * Returns: (transfer floating): a view of no card
 */
GtkWidget *
qd_card_view_new (QdStore *store)
{
  QdCardView *self;

  g_return_val_if_fail (store == NULL || QD_IS_STORE (store), NULL);

  self = g_object_new (QD_TYPE_CARD_VIEW, NULL);
  g_set_object (&self->store, store);

  return GTK_WIDGET (self);
}

/**
 * qd_card_view_get_item:
 * @self: a card view
 *
 * Returns: (transfer none) (nullable): the card that it shows
 */
QdCard *
qd_card_view_get_item (QdCardView *self)
{
  g_return_val_if_fail (QD_IS_CARD_VIEW (self), NULL);

  return self->item;
}

/**
 * qd_card_view_set_item:
 * @self: a card view
 * @item: (nullable): the card to show
 *
 * What belonged to the card shown before, its gap and its dimming, goes with it.
 */
void
qd_card_view_set_item (QdCardView *self,
                       QdCard     *item)
{
  g_return_if_fail (QD_IS_CARD_VIEW (self));
  g_return_if_fail (item == NULL || QD_IS_CARD (item));

  if (!g_set_object (&self->item, item))
    return;

  qd_card_view_set_gap (self, 0, 0, FALSE);
  qd_card_view_set_dragging (self, FALSE);
  g_clear_pointer (&self->label, g_free);
  self->n_cards = 0;

  g_signal_group_set_target (self->item_signals, item);
  g_signal_group_set_target (self->objective_signals,
                             item != NULL ? qd_card_get_objective (item) : NULL);
  qd_card_face_set_card (self->face, item);
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * qd_card_view_get_density:
 * @self: a card view
 *
 * Returns: how much it shows of its card
 */
QdDensity
qd_card_view_get_density (QdCardView *self)
{
  g_return_val_if_fail (QD_IS_CARD_VIEW (self), QD_DENSITY_CARDS);

  return self->density;
}

/**
 * qd_card_view_set_density:
 * @self: a card view
 * @density: %QD_DENSITY_COMPACT or %QD_DENSITY_CARDS
 *
 * How much to show of its card.
 */
void
qd_card_view_set_density (QdCardView *self,
                          QdDensity   density)
{
  g_return_if_fail (QD_IS_CARD_VIEW (self));

  self->density = density;
  if (qd_card_face_set_compact (self->face, density == QD_DENSITY_COMPACT))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * qd_card_view_set_place:
 * @self: a card view
 * @position: where the card stands among those that show, from 0
 * @n_cards: how many these are
 *
 * The place is part of the card's accessible name, so that a move is heard.
 */
void
qd_card_view_set_place (QdCardView *self,
                        guint       position,
                        guint       n_cards)
{
  g_return_if_fail (QD_IS_CARD_VIEW (self));

  self->position = position;
  self->n_cards = n_cards;
  if (column_is_renamed (self))
    forget_label (self);
  else if (self->label != NULL && self->before == NULL)
    return; /* It is told in a moment with what else changed. */

  /* Focus may be on its way here: no row is called by what it showed before. */
  update_label (self);
}

/**
 * qd_card_view_set_dragging:
 * @self: a card view
 * @dragging: whether its card is being dragged
 */
void
qd_card_view_set_dragging (QdCardView *self,
                           gboolean    dragging)
{
  g_return_if_fail (QD_IS_CARD_VIEW (self));

  if (dragging)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dragging");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dragging");
}

/**
 * qd_card_view_set_gap:
 * @self: a card view
 * @above: room to leave above the card, in pixels
 * @below: room to leave below the card, in pixels
 * @animate: whether it may take a moment
 *
 * Makes room for a card that would land beside this one. The room is as high
 * as the dragged card, which no rule in a style sheet can know, so it is the
 * margin of the widget and not one of its CSS node; `.gap` only marks it.
 */
void
qd_card_view_set_gap (QdCardView *self,
                      int         above,
                      int         below,
                      gboolean    animate)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (QD_IS_CARD_VIEW (self));

  if (self->gap_to.above == above && self->gap_to.below == below &&
      (animate || self->gap_tick == 0))
    return;

  if (above > 0 || below > 0)
    gtk_widget_add_css_class (widget, "gap");
  else
    gtk_widget_remove_css_class (widget, "gap");

  stop_gap (self);
  self->gap_from = (Gap) { gtk_widget_get_margin_top (widget),
                           gtk_widget_get_margin_bottom (widget) };
  self->gap_to = (Gap) { above, below };

  if (animate && wants_animation (self))
    {
      GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

      self->gap_start = gdk_frame_clock_get_frame_time (clock);
      self->gap_tick = gtk_widget_add_tick_callback (widget, on_gap_tick, NULL, NULL);
    }
  else
    apply_gap (self, 1.0);
}

/**
 * qd_card_view_refresh:
 * @self: a card view
 *
 * Shows its card anew. What a card says depends on the day, on its cycle and on
 * the rhythm of its board, too, of which it does not hear by itself.
 */
void
qd_card_view_refresh (QdCardView *self)
{
  g_return_if_fail (QD_IS_CARD_VIEW (self));

  update (self);
}
