/** What an application tells of the connections that its requests come by. */
package org.heliograph.it.app.http2;
