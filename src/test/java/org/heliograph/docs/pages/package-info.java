/** What the pages say that can be compared: with each other, with the files, and with the code. */
package org.heliograph.docs.pages;
