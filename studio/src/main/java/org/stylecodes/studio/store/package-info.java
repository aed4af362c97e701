/** What a studio stores: pictures, jobs, styles and samples. */
@NullMarked
package org.stylecodes.studio.store;

import org.jspecify.annotations.NullMarked;
