import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/claims.css";
import {mount} from "svelte";
import App from "./app/App.svelte";
import {settings} from "./app/settings.svelte.ts";

await settings.load();
mount(App, {target: document.getElementById("app")!});
