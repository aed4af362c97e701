/** The gallery of styles: search, map, samples, import and export. */
@NullMarked
package org.stylecodes.studio.gallery;

import org.jspecify.annotations.NullMarked;
