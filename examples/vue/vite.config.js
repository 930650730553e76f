import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag.startsWith("nutgraf-");
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
