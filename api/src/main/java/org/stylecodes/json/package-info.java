/** The JSON form of requests, which the studio's API, its database and the notes in PNG files share. */
@NullMarked
package org.stylecodes.json;

import org.jspecify.annotations.NullMarked;
