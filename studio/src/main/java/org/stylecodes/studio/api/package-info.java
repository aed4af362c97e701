/** The routes of {@code /api/v1} and the JSON that they return. */
@NullMarked
package org.stylecodes.studio.api;

import org.jspecify.annotations.NullMarked;
