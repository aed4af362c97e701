/** What a studio stores: pictures, jobs, styles and samples, in SQLite or PostgreSQL. */
@NullMarked
package org.stylecodes.studio.store;

import org.jspecify.annotations.NullMarked;
