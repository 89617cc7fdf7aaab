import { CustomerControl } from './customer-control.ts';

new CustomerControl(document, sessionStorage).start();
