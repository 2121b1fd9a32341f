#pragma once

#include <math.h>

#include <gio/gio.h>

G_BEGIN_DECLS

static inline void
append_property_name (GObject    *object,
                      GParamSpec *pspec,
                      GString    *names)
{
  if (names->len > 0)
    g_string_append_c (names, ' ');
  g_string_append (names, pspec->name);
}

/* Asserts which properties of the object the statement notifies, in order. */
#define assert_notifies(object, expected, statement) \
  G_STMT_START { \
    g_autoptr (GString) names = g_string_new (NULL); \
    gulong handler = g_signal_connect (object, "notify", \
                                       G_CALLBACK (append_property_name), \
                                       names); \
    statement; \
    g_signal_handler_disconnect (object, handler); \
    g_assert_cmpstr (names->str, ==, expected); \
  } G_STMT_END

#define assert_property_text(object, name, expected) \
  G_STMT_START { \
    g_autofree char *text = NULL; \
    g_object_get (object, name, &text, NULL); \
    g_assert_cmpstr (text, ==, expected); \
  } G_STMT_END

#define assert_property_int(object, name, expected) \
  G_STMT_START { \
    int number = -1; \
    g_object_get (object, name, &number, NULL); \
    g_assert_cmpint (number, ==, expected); \
  } G_STMT_END

#define assert_property_id(object, name, expected) \
  G_STMT_START { \
    gint64 number = -1; \
    g_object_get (object, name, &number, NULL); \
    g_assert_cmpint (number, ==, expected); \
  } G_STMT_END

#define assert_property_double(object, name, expected) \
  G_STMT_START { \
    double number = -1.0; \
    g_object_get (object, name, &number, NULL); \
    g_assert_cmpfloat (number, ==, expected); \
  } G_STMT_END

#define assert_property_nan(object, name) \
  G_STMT_START { \
    double number = -1.0; \
    g_object_get (object, name, &number, NULL); \
    g_assert_true (isnan (number)); \
  } G_STMT_END

#define assert_property_object(object, name, expected) \
  G_STMT_START { \
    g_autoptr (GObject) value = NULL; \
    g_object_get (object, name, &value, NULL); \
    g_assert_true (value == (gpointer) (expected)); \
  } G_STMT_END

#define assert_item_type(list, expected) \
  G_STMT_START { \
    GType item_type = g_list_model_get_item_type (G_LIST_MODEL (list)); \
    g_assert_cmpstr (g_type_name (item_type), ==, g_type_name (expected)); \
  } G_STMT_END

G_END_DECLS
