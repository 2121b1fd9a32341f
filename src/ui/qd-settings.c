/* What the program remembers about a person's windows, as properties.
 *
 * Each property has its value here, and is bound to the settings key of the
 * same name where the schema is found: installed, or in the build folder the
 * program was built in. Without it everything works, and is forgotten at the
 * end. Nothing about the contents of a file belongs here.
 */

#include "config.h"

#include "qd-remembered.h"
#include "qd-settings.h"
#include "store/qd-store.h"

/* The filters of boards that were not looked at for long are forgotten. */
#define MAX_BOARDS 100

enum
{
  PROP_0,
  PROP_COLOUR_SCHEME,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_SIDEBAR_VISIBLE,
  PROP_SIDEBAR_WIDTH,
  PROP_DETAILS_WIDTH,
  PROP_NAME,
  PROP_REMIND,
  PROP_REMIND_IN_BACKGROUND,
  PROP_REMINDED_DAY,
  PROP_LAST_BOARD,
  PROP_LAST_FILE,
  PROP_BOARD_FILTERS,
  PROP_LAST_PAGE,
  PROP_START_VIEW,
  PROP_TOGETHER_BOARDS,
  PROP_TOGETHER_DENSITY,
  PROP_TOGETHER_FILTER,
  PROP_TOGETHER_FOLDED,
  PROP_TOGETHER_VIEW,
  PROP_TOGETHER_WIDTHS,
  N_PROPS
};

struct _QdSettings
{
  GObject parent_instance;

  GSettings *settings;          /* (nullable) */
  GValue values[N_PROPS];
};

G_DEFINE_FINAL_TYPE (QdSettings, qd_settings, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static char *
format_id (QdId id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* Forgets the filter of a board where there is none. */
static void
remember_filter (QdSettings         *self,
                 QdId                board,
                 const char * const *filter)
{
  GVariant *known = g_value_get_variant (&self->values[PROP_BOARD_FILTERS]);
  g_autofree char *key = format_id (board);
  GVariantBuilder builder;
  GVariantIter iter;
  GVariant *entry;
  guint n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  if (filter != NULL && *filter != NULL)
    {
      g_variant_builder_add (&builder, "{s^as}", key, filter);
      n++;
    }

  /* The newest stand first, so that the oldest fall off the end. */
  g_variant_iter_init (&iter, known);
  while ((entry = g_variant_iter_next_value (&iter)) != NULL)
    {
      const char *other;

      g_variant_get_child (entry, 0, "&s", &other);
      if (n < MAX_BOARDS && !g_str_equal (other, key))
        {
          g_variant_builder_add_value (&builder, entry);
          n++;
        }
      g_variant_unref (entry);
    }

  g_object_set (self, "board-filters", g_variant_builder_end (&builder), NULL);
}

static gboolean
get_variant (GValue   *value,
             GVariant *variant,
             gpointer  unused)
{
  g_value_set_variant (value, variant);

  return TRUE;
}

static GVariant *
set_variant (const GValue       *value,
             const GVariantType *type,
             gpointer            unused)
{
  return g_value_dup_variant (value);
}

static void
bind (QdSettings *self)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  self->settings = qd_remembered_open ();
  if (self->settings == NULL)
    {
      g_debug ("No settings schema: nothing will be remembered");
      return;
    }

  g_object_get (self->settings, "settings-schema", &schema, NULL);
  for (guint i = 1; i < N_PROPS; i++)
    {
      const char *name = properties[i]->name;

      if (!g_settings_schema_has_key (schema, name))
        g_warning ("The installed settings schema has no key “%s”", name);
      else if (G_IS_PARAM_SPEC_VARIANT (properties[i]))
        g_settings_bind_with_mapping (self->settings, name, self, name,
                                      G_SETTINGS_BIND_DEFAULT,
                                      get_variant, set_variant, NULL, NULL);
      else
        g_settings_bind (self->settings, name, self, name,
                         G_SETTINGS_BIND_DEFAULT);
    }
}

static void
qd_settings_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  QdSettings *self = QD_SETTINGS (object);

  g_value_copy (&self->values[property_id], value);
}

static void
qd_settings_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  QdSettings *self = QD_SETTINGS (object);

  if (g_param_values_cmp (pspec, &self->values[property_id], value) == 0)
    return;

  g_value_copy (value, &self->values[property_id]);
  g_object_notify_by_pspec (object, pspec);
}

static void
qd_settings_finalize (GObject *object)
{
  QdSettings *self = QD_SETTINGS (object);

  g_clear_object (&self->settings);
  for (guint i = 1; i < N_PROPS; i++)
    g_value_unset (&self->values[i]);

  G_OBJECT_CLASS (qd_settings_parent_class)->finalize (object);
}

/* How windows look. */
static void
make_window_properties (GParamFlags flags)
{
  /**
   * QdSettings:colour-scheme:
   *
   * "follow" (the desktop), "light" or "dark".
   */
  properties[PROP_COLOUR_SCHEME] =
    g_param_spec_string ("colour-scheme", NULL, NULL, "follow", flags);

  /**
   * QdSettings:window-width:
   *
   * Width of a new window, in application pixels.
   */
  properties[PROP_WINDOW_WIDTH] =
    g_param_spec_int ("window-width", NULL, NULL, 1, G_MAXINT, 1240, flags);

  /**
   * QdSettings:window-height:
   *
   * Height of a new window, in application pixels.
   */
  properties[PROP_WINDOW_HEIGHT] =
    g_param_spec_int ("window-height", NULL, NULL, 1, G_MAXINT, 760, flags);

  /**
   * QdSettings:window-maximized:
   *
   * Whether a new window takes the whole screen.
   */
  properties[PROP_WINDOW_MAXIMIZED] =
    g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);

  /**
   * QdSettings:sidebar-visible:
   *
   * Whether the sidebar stands beside the board.
   */
  properties[PROP_SIDEBAR_VISIBLE] =
    g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE, flags);

  /**
   * QdSettings:sidebar-width:
   *
   * Width of the sidebar, in application pixels.
   */
  properties[PROP_SIDEBAR_WIDTH] =
    g_param_spec_int ("sidebar-width", NULL, NULL, 1, G_MAXINT, 260, flags);

  /**
   * QdSettings:details-width:
   *
   * Width of the details of a card, in application pixels.
   */
  properties[PROP_DETAILS_WIDTH] =
    g_param_spec_int ("details-width", NULL, NULL, 1, G_MAXINT, 380, flags);
}

/* What windows show. */
static void
make_content_properties (GParamFlags flags)
{
  /**
   * QdSettings:name:
   *
   * Who the person is; see qd_settings_dup_name().
   */
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, "", flags);

  /**
   * QdSettings:last-board:
   *
   * Id of the board that was looked at last, as decimal text; may be empty.
   */
  properties[PROP_LAST_BOARD] =
    g_param_spec_string ("last-board", NULL, NULL, "", flags);

  /**
   * QdSettings:last-file:
   *
   * Path of the file that was opened last; empty for the default one.
   */
  properties[PROP_LAST_FILE] =
    g_param_spec_string ("last-file", NULL, NULL, "", flags);

  /**
   * QdSettings:board-filters:
   *
   * The filter of each board that has one: board ids as decimal text, with
   * what qd_board_view_set_filter() takes.
   */
  properties[PROP_BOARD_FILTERS] =
    g_param_spec_variant ("board-filters", NULL, NULL,
                          G_VARIANT_TYPE ("a{sas}"),
                          g_variant_new_array (G_VARIANT_TYPE ("{sas}"),
                                               NULL, 0),
                          flags);

  /**
   * QdSettings:last-page:
   *
   * What was looked at last: "board" or "together".
   */
  properties[PROP_LAST_PAGE] =
    g_param_spec_string ("last-page", NULL, NULL, "board", flags);

  /**
   * QdSettings:start-view:
   *
   * Id of the saved view that opens at the start, as decimal text; may be empty.
   */
  properties[PROP_START_VIEW] =
    g_param_spec_string ("start-view", NULL, NULL, "", flags);
}

/* What the person is reminded of. */
static void
make_reminder_properties (GParamFlags flags)
{
  /**
   * QdSettings:remind:
   *
   * Whether the person is reminded of check-ins that are due.
   */
  properties[PROP_REMIND] =
    g_param_spec_boolean ("remind", NULL, NULL, TRUE, flags);

  /**
   * QdSettings:remind-in-background:
   *
   * Whether they are also while no window is open.
   */
  properties[PROP_REMIND_IN_BACKGROUND] =
    g_param_spec_boolean ("remind-in-background", NULL, NULL, FALSE, flags);

  /**
   * QdSettings:reminded-day:
   *
   * The day on which they were last, as qd_day_to_iso(); may be empty.
   */
  properties[PROP_REMINDED_DAY] =
    g_param_spec_string ("reminded-day", NULL, NULL, "", flags);
}

/* What stands side by side. */
static void
make_together_properties (GParamFlags flags)
{
  /**
   * QdSettings:together-boards:
   *
   * Ids of the boards in their order, as decimal text.
   */
  properties[PROP_TOGETHER_BOARDS] =
    g_param_spec_variant ("together-boards", NULL, NULL, G_VARIANT_TYPE_STRING_ARRAY,
                          g_variant_new_strv (NULL, 0), flags);

  /**
   * QdSettings:together-density:
   *
   * How much is shown of them, as the nick of a #QdDensity.
   */
  properties[PROP_TOGETHER_DENSITY] =
    g_param_spec_string ("together-density", NULL, NULL, "counts", flags);

  /**
   * QdSettings:together-filter:
   *
   * What all of them are filtered by, as for qd_board_filter_set().
   */
  properties[PROP_TOGETHER_FILTER] =
    g_param_spec_variant ("together-filter", NULL, NULL, G_VARIANT_TYPE_STRING_ARRAY,
                          g_variant_new_strv (NULL, 0), flags);

  /**
   * QdSettings:together-folded:
   *
   * Ids of the boards that are folded to their heads, as decimal text.
   */
  properties[PROP_TOGETHER_FOLDED] =
    g_param_spec_variant ("together-folded", NULL, NULL, G_VARIANT_TYPE_STRING_ARRAY,
                          g_variant_new_strv (NULL, 0), flags);

  /**
   * QdSettings:together-view:
   *
   * Id of the saved view that was shown last, as decimal text; may be empty.
   */
  properties[PROP_TOGETHER_VIEW] =
    g_param_spec_string ("together-view", NULL, NULL, "", flags);

  /**
   * QdSettings:together-widths:
   *
   * Widths of panes in application pixels, as qd_pane_memory_dup_widths().
   */
  properties[PROP_TOGETHER_WIDTHS] =
    g_param_spec_variant ("together-widths", NULL, NULL, G_VARIANT_TYPE ("a{si}"),
                          g_variant_new_array (G_VARIANT_TYPE ("{si}"), NULL, 0),
                          flags);
}

static void
qd_settings_class_init (QdSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE |
                            G_PARAM_EXPLICIT_NOTIFY |
                            G_PARAM_STATIC_STRINGS;

  object_class->get_property = qd_settings_get_property;
  object_class->set_property = qd_settings_set_property;
  object_class->finalize = qd_settings_finalize;

  make_window_properties (flags);
  make_content_properties (flags);
  make_reminder_properties (flags);
  make_together_properties (flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
qd_settings_init (QdSettings *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    {
      g_value_init (&self->values[i], properties[i]->value_type);
      g_param_value_set_default (properties[i], &self->values[i]);
    }
}

/**
 * qd_settings_new:
 * @remembered: whether the properties are bound to the person's settings
 *
 * Returns: (transfer full): the settings, or the defaults
 */
QdSettings *
qd_settings_new (gboolean remembered)
{
  QdSettings *self = g_object_new (QD_TYPE_SETTINGS, NULL);

  if (remembered)
    bind (self);

  return self;
}

/**
 * qd_settings_get_int:
 * @name: name of an integer property
 *
 * Returns: its value
 */
int
qd_settings_get_int (QdSettings *self,
                     const char *name)
{
  int value;

  g_return_val_if_fail (QD_IS_SETTINGS (self), 0);

  g_object_get (self, name, &value, NULL);

  return value;
}

/**
 * qd_settings_get_boolean:
 * @name: name of a boolean property
 *
 * Returns: its value
 */
gboolean
qd_settings_get_boolean (QdSettings *self,
                         const char *name)
{
  gboolean value;

  g_return_val_if_fail (QD_IS_SETTINGS (self), FALSE);

  g_object_get (self, name, &value, NULL);

  return value;
}

/**
 * qd_settings_dup_string:
 * @name: name of a text property
 *
 * Returns: (transfer full): its value
 */
char *
qd_settings_dup_string (QdSettings *self,
                        const char *name)
{
  char *value;

  g_return_val_if_fail (QD_IS_SETTINGS (self), NULL);

  g_object_get (self, name, &value, NULL);

  return value;
}

/**
 * qd_settings_dup_name:
 *
 * Who the person is that this copy of the program belongs to. Names are compared as
 * qd_due_is_owned() does.
 *
 * Returns: (transfer full) (nullable): their name, or %NULL where nobody said
 */
char *
qd_settings_dup_name (QdSettings *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (QD_IS_SETTINGS (self), NULL);

  name = qd_settings_dup_string (self, "name");

  return qd_remembered_dup_name (name);
}

/**
 * qd_settings_dup_usual_file:
 *
 * Returns: (transfer full): the path of the file that was open last, or else of the
 *   person's own, which may not be there
 */
char *
qd_settings_dup_usual_file (QdSettings *self)
{
  g_autofree char *last = NULL;

  g_return_val_if_fail (QD_IS_SETTINGS (self), NULL);

  last = qd_settings_dup_string (self, "last-file");
  if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&last);

  return qd_store_dup_default_path ();
}

/**
 * qd_settings_dup_board_filter:
 * @board: id of a board
 *
 * Returns: (transfer full) (nullable): what qd_settings_set_board_filter() was
 *   given, or %NULL for no filter
 */
char **
qd_settings_dup_board_filter (QdSettings *self,
                              QdId        board)
{
  g_autofree char *key = NULL;
  char **filter = NULL;

  g_return_val_if_fail (QD_IS_SETTINGS (self), NULL);

  key = format_id (board);
  if (!g_variant_lookup (g_value_get_variant (&self->values[PROP_BOARD_FILTERS]),
                         key, "^as", &filter))
    return NULL;

  return filter;
}

/**
 * qd_settings_set_board_filter:
 * @board: id of a board
 * @filter: (nullable): the filter to remember; none is %NULL or empty
 *
 * Remembers the filter of a board.
 */
void
qd_settings_set_board_filter (QdSettings         *self,
                              QdId                board,
                              const char * const *filter)
{
  const gboolean filtered = filter != NULL && *filter != NULL;
  g_auto (GStrv) known = NULL;

  g_return_if_fail (QD_IS_SETTINGS (self));

  known = qd_settings_dup_board_filter (self, board);
  if (known == NULL ? !filtered
                    : filtered && g_strv_equal ((const char * const *) known, filter))
    return;

  remember_filter (self, board, filter);
}

/**
 * qd_settings_dup_strv:
 * @name: name of a property that is a list of texts
 *
 * Returns: (transfer full) (not nullable): its value
 */
char **
qd_settings_dup_strv (QdSettings *self,
                      const char *name)
{
  g_autoptr (GVariant) value = NULL;

  g_return_val_if_fail (QD_IS_SETTINGS (self), NULL);

  g_object_get (self, name, &value, NULL);

  return g_variant_dup_strv (value, NULL);
}

/**
 * qd_settings_set_strv:
 * @name: name of a property that is a list of texts
 * @texts: (nullable): its value; %NULL for an empty list
 */
void
qd_settings_set_strv (QdSettings         *self,
                      const char         *name,
                      const char * const *texts)
{
  g_return_if_fail (QD_IS_SETTINGS (self));

  g_object_set (self, name, g_variant_new_strv (texts, texts != NULL ? -1 : 0), NULL);
}
