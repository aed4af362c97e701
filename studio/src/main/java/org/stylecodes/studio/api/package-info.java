/** The routes of {@code /api/v1} and the JSON that they answer with. */
@NullMarked
package org.stylecodes.studio.api;

import org.jspecify.annotations.NullMarked;
