/** The studio: a server for the page and the API in which style codes are made, mixed, found and shared. */
@NullMarked
package org.stylecodes.studio;

import org.jspecify.annotations.NullMarked;
