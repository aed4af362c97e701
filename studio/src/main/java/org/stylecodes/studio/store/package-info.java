/** What a studio remembers: pictures, jobs, styles and samples. */
@NullMarked
package org.stylecodes.studio.store;

import org.jspecify.annotations.NullMarked;
