#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QD_ERROR:
 *
 * The domain of everything that can happen to a person using the program. A
 * message in this domain is a whole, translated sentence that says what
 * happened, what was kept and what to do.
 */
#define QD_ERROR (qd_error_quark ())

/**
 * QdError:
 * @QD_ERROR_FAILED: none of the others
 * @QD_ERROR_NOT_FOUND: the file, or the thing named in it, does not exist
 * @QD_ERROR_NOT_OURS: the file is no Quarterdeck file
 * @QD_ERROR_NEWER: the file was written by a newer Quarterdeck
 * @QD_ERROR_READ_ONLY: the place or the file cannot be written
 * @QD_ERROR_NO_SPACE: the disk is full
 * @QD_ERROR_LOCKED: another program holds the file
 * @QD_ERROR_DAMAGED: the file is damaged
 * @QD_ERROR_NETWORK: the file lies on a network share
 * @QD_ERROR_INVALID: outside data cannot be read; the message says where
 */
typedef enum
{
  QD_ERROR_FAILED,
  QD_ERROR_NOT_FOUND,
  QD_ERROR_NOT_OURS,
  QD_ERROR_NEWER,
  QD_ERROR_READ_ONLY,
  QD_ERROR_NO_SPACE,
  QD_ERROR_LOCKED,
  QD_ERROR_DAMAGED,
  QD_ERROR_NETWORK,
  QD_ERROR_INVALID,
} QdError;

GQuark qd_error_quark (void);

G_END_DECLS
