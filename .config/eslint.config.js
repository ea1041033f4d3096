import eslint from '@eslint/js';
import {configs as lit} from 'eslint-plugin-lit';
import {defineConfig} from 'eslint/config';
import typescript from 'typescript-eslint';

export default defineConfig(
  {ignores: ['node_modules', '.build', '.thads', '.config']},
  eslint.configs.recommended,
  typescript.configs.recommendedTypeChecked,
  {
    languageOptions: {parserOptions: {projectService: true}},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', {varsIgnorePattern: '^_', argsIgnorePattern: '^_'}],
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
    },
  },
  {files: ['web/**/*.ts'], ...lit['flat/recommended']},
);
