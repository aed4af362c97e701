/** The HTTP server and what every route uses: JSON, errors, uploads, and protection against slow callers. */
@NullMarked
package org.stylecodes.studio.http;

import org.jspecify.annotations.NullMarked;
