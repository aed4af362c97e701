/** The web page, the pages of shared styles, and the documentation of the API. */
@NullMarked
package org.stylecodes.studio.page;

import org.jspecify.annotations.NullMarked;
