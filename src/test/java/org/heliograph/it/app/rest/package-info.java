/** JAX-RS applications of the shapes that users have, each with an endpoint of its own. */
package org.heliograph.it.app.rest;
