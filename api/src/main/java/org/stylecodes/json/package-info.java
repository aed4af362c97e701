/** The JSON form of requests, as the studio's API, its store and the notes in PNG files write it. */
@NullMarked
package org.stylecodes.json;

import org.jspecify.annotations.NullMarked;
