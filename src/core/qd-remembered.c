/* Where the program remembers what belongs to a person and not to a file.
 *
 * Finds the settings schema, installed or in the build folder the program was built in,
 * for windows and for commands. What the keys mean is up to who reads them.
 */

#include "config.h"

#include "qd-remembered.h"

/* A schema source that has no schemas is no error. */
static GSettingsSchema *
lookup_schema (void)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = NULL;

  if (installed != NULL)
    schema = g_settings_schema_source_lookup (installed, QD_APPLICATION_ID,
                                              TRUE);
  if (schema != NULL)
    return schema;

  built = g_settings_schema_source_new_from_directory (QD_BUILD_DIR "/data",
                                                       installed, TRUE, NULL);
  if (built == NULL)
    return NULL;

  return g_settings_schema_source_lookup (built, QD_APPLICATION_ID, FALSE);
}

/**
 * qd_remembered_open:
 *
 * Returns: (transfer full) (nullable): the settings of the person, or %NULL where their
 *   schema is not found
 */
GSettings *
qd_remembered_open (void)
{
  g_autoptr (GSettingsSchema) schema = lookup_schema ();

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * qd_remembered_dup_name:
 * @text: what somebody typed as their name
 *
 * Returns: (transfer full) (nullable): the name in it, or %NULL where there is none
 */
char *
qd_remembered_dup_name (const char *text)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  name = g_strstrip (g_strdup (text));

  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/**
 * qd_remembered_read_name:
 *
 * Returns: (transfer full) (nullable): the name of the person whose copy of the program
 *   this is; %NULL where nobody said, or where it cannot be known
 */
char *
qd_remembered_read_name (void)
{
  g_autoptr (GSettings) settings = qd_remembered_open ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *text = NULL;

  if (settings == NULL)
    return NULL;
  g_object_get (settings, "settings-schema", &schema, NULL);
  if (!g_settings_schema_has_key (schema, "name"))
    return NULL;
  text = g_settings_get_string (settings, "name");

  return qd_remembered_dup_name (text);
}
