/** The demo application: a WAR that uses Heliograph as any application would. */
package org.heliograph.demo;
