/** What an application with MicroProfile JWT is made of. */
package org.heliograph.it.app.jwt;
