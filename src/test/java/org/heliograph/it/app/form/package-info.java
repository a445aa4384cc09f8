/** An application whose users sign in at a page. */
package org.heliograph.it.app.form;
