/** The gallery of styles: search, map, samples, sharing. */
@NullMarked
package org.stylecodes.studio.gallery;

import org.jspecify.annotations.NullMarked;
