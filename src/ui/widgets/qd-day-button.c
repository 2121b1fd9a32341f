/* A button that shows a day, and a calendar to choose another from.
 *
 * Where the day is told elsewhere, it is a button with a calendar on it. Leafing
 * through the months chooses nothing yet.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "qd-day-button.h"
#include "qd-day-text.h"
#include "qd-tooltip.h"

struct _QdDayButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkCalendar *calendar; /* (nullable): made when first asked for */
  GtkWidget *days_label; /* (nullable): made with it */

  char *label;
  QdDay day;
  QdDay first_day;
  QdDay last_day;
  gboolean compact;
  gboolean optional;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_DAY,
  PROP_COMPACT,
  PROP_OPTIONAL,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (QdDayButton, qd_day_button, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void on_day_selected (QdDayButton *self);

static void
update (QdDayButton *self)
{
  g_autofree char *text = qd_day_text_full (self->day);
  g_autofree char *name = NULL;

  if (self->compact)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button),
                                   "x-office-calendar-symbolic");
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);

  /* What takes the focus is the toggle button inside, and the label in that is not its
   * name as well.
   * Translators: what a day is for, and the day, for a screen reader. */
  name = g_strdup_printf (_("%s: %s"), self->label, text);
  gtk_accessible_update_property (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
    -1);
  gtk_accessible_reset_relation (
    GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
    GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (self->compact)
    qd_tooltip_set_text (self->button, name);
}

static gboolean
has_range (QdDayButton *self)
{
  return self->first_day != QD_DAY_NONE && self->first_day <= self->last_day;
}

/* The calendar opens on the day that is chosen, or on one that could be. */
static void
show_day (QdDayButton *self)
{
  QdDay day = self->day != QD_DAY_NONE ? self->day : qd_clock_today ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *noon = NULL;

  if (has_range (self))
    day = CLAMP (day, self->first_day, self->last_day);
  iso = qd_day_to_iso (day);
  noon = g_strconcat (iso, "T12:00:00", NULL);
  date = g_date_time_new_from_iso8601 (noon, zone);

  g_signal_handlers_block_by_func (self->calendar, on_day_selected, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, on_day_selected, self);
}

/* A calendar cannot hide the days that are not offered, so it says which are. */
static void
show_days (QdDayButton *self)
{
  g_autofree char *text = qd_day_text_range (self->first_day, self->last_day);

  gtk_label_set_text (GTK_LABEL (self->days_label), text);
  gtk_widget_set_visible (self->days_label, has_range (self));
  gtk_widget_remove_css_class (self->days_label, "error");
}

static void
on_day_selected (QdDayButton *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  QdDay day;

  g_assert (QD_IS_DAY_BUTTON (self));

  day = qd_day_new ((guint) g_date_time_get_year (date),
                    (guint) g_date_time_get_month (date),
                    (guint) g_date_time_get_day_of_month (date));
  if (has_range (self) && (day < self->first_day || day > self->last_day))
    {
      show_day (self);
      gtk_widget_add_css_class (self->days_label, "error");
      return;
    }

  if (self->compact)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  qd_day_button_set_day (self, day);
}

static void
on_none_clicked (QdDayButton *self)
{
  g_assert (QD_IS_DAY_BUTTON (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  qd_day_button_set_day (self, QD_DAY_NONE);
}

static GtkWidget *
create_calendar (QdDayButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *none;

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_swapped (self->calendar, "day-selected",
                            G_CALLBACK (on_day_selected), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));

  self->days_label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->days_label, "dim-label");
  gtk_box_append (GTK_BOX (box), self->days_label);

  if (self->optional)
    {
      none = gtk_button_new_with_mnemonic (_("_No Day"));
      g_signal_connect_swapped (none, "clicked", G_CALLBACK (on_none_clicked), self);
      gtk_box_append (GTK_BOX (box), none);
    }

  return box;
}

static void
create_popover (GtkMenuButton *button,
                gpointer       user_data)
{
  QdDayButton *self = user_data;
  GtkWidget *popover;

  g_assert (QD_IS_DAY_BUTTON (self));

  if (self->calendar == NULL)
    {
      popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (popover), create_calendar (self));
      gtk_menu_button_set_popover (button, popover);
    }

  show_days (self);
  show_day (self);
}

static gboolean
qd_day_button_mnemonic_activate (GtkWidget *widget,
                                 gboolean   group_cycling)
{
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
qd_day_button_dispose (GObject *object)
{
  QdDayButton *self = QD_DAY_BUTTON (object);

  self->calendar = NULL;
  self->days_label = NULL;
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (qd_day_button_parent_class)->dispose (object);
}

static void
qd_day_button_finalize (GObject *object)
{
  QdDayButton *self = QD_DAY_BUTTON (object);

  g_free (self->label);

  G_OBJECT_CLASS (qd_day_button_parent_class)->finalize (object);
}

static void
qd_day_button_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QdDayButton *self = QD_DAY_BUTTON (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_DAY:
      g_value_set_uint (value, qd_day_button_get_day (self));
      break;

    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;

    case PROP_OPTIONAL:
      g_value_set_boolean (value, self->optional);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
qd_day_button_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QdDayButton *self = QD_DAY_BUTTON (object);

  switch (property_id)
    {
    case PROP_LABEL:
      qd_day_button_set_label (self, g_value_get_string (value));
      break;

    case PROP_DAY:
      qd_day_button_set_day (self, g_value_get_uint (value));
      break;

    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      break;

    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * QdDayButton:label:
   *
   * What the day is for; screen readers say it before the day.
   */
  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL,
                         "",
                         G_PARAM_READWRITE |
                         G_PARAM_EXPLICIT_NOTIFY |
                         G_PARAM_STATIC_STRINGS);

  /**
   * QdDayButton:day:
   *
   * The day that is chosen; %QD_DAY_NONE for none yet.
   */
  properties[PROP_DAY] =
    g_param_spec_uint ("day", NULL, NULL,
                       0, G_MAXUINT32, QD_DAY_NONE,
                       G_PARAM_READWRITE |
                       G_PARAM_EXPLICIT_NOTIFY |
                       G_PARAM_STATIC_STRINGS);

  /**
   * QdDayButton:compact:
   *
   * Whether it shows a calendar in place of the day, and closes on a choice.
   */
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE |
                          G_PARAM_CONSTRUCT_ONLY |
                          G_PARAM_STATIC_STRINGS);

  /**
   * QdDayButton:optional:
   *
   * Whether one may choose no day, too.
   */
  properties[PROP_OPTIONAL] =
    g_param_spec_boolean ("optional", NULL, NULL,
                          FALSE,
                          G_PARAM_READWRITE |
                          G_PARAM_CONSTRUCT_ONLY |
                          G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_day_button_class_init (QdDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qd_day_button_dispose;
  object_class->finalize = qd_day_button_finalize;
  object_class->get_property = qd_day_button_get_property;
  object_class->set_property = qd_day_button_set_property;

  widget_class->mnemonic_activate = qd_day_button_mnemonic_activate;

  install_properties (object_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "daybutton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
qd_day_button_init (QdDayButton *self)
{
  self->label = g_strdup ("");
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button),
                                         create_popover, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * qd_day_button_set_label:
 * @label: what the day is for
 */
void
qd_day_button_set_label (QdDayButton *self,
                         const char  *label)
{
  g_return_if_fail (QD_IS_DAY_BUTTON (self));
  g_return_if_fail (label != NULL);

  if (g_str_equal (self->label, label))
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

/**
 * qd_day_button_set_range:
 * @first_day: the first day that may be chosen, or %QD_DAY_NONE for any day
 * @last_day: the last one
 *
 * Offers only some days. The day that is chosen stays, whatever it is.
 */
void
qd_day_button_set_range (QdDayButton *self,
                         QdDay        first_day,
                         QdDay        last_day)
{
  g_return_if_fail (QD_IS_DAY_BUTTON (self));

  self->first_day = first_day;
  self->last_day = last_day;
}

/**
 * qd_day_button_get_day:
 *
 * Returns: the day that is chosen, or %QD_DAY_NONE
 */
QdDay
qd_day_button_get_day (QdDayButton *self)
{
  g_return_val_if_fail (QD_IS_DAY_BUTTON (self), QD_DAY_NONE);

  return self->day;
}

/**
 * qd_day_button_set_day:
 * @day: the day to choose, or %QD_DAY_NONE
 */
void
qd_day_button_set_day (QdDayButton *self,
                       QdDay        day)
{
  g_return_if_fail (QD_IS_DAY_BUTTON (self));

  if (self->day == day)
    return;

  self->day = day;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}
