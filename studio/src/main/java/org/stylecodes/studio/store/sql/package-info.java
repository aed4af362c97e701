/** The records of a studio in SQLite or PostgreSQL. */
@NullMarked
package org.stylecodes.studio.store.sql;

import org.jspecify.annotations.NullMarked;
