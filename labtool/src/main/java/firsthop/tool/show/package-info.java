/** Shows again what the last run of the tests has said. */
@NullMarked
package firsthop.tool.show;

import org.jspecify.annotations.NullMarked;
