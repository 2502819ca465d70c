import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden() answers 403 with the product's own page.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '2mb' } },
  serverExternalPackages: ['pg', 'pg-boss', 'pino', '@node-rs/argon2', 'exceljs', 'echarts', 'nodemailer', 'prom-client', 'pinyin-pro'],
  // Types are the checks' business; a build may lack the development packages whose types tests need.
  typescript: { ignoreBuildErrors: true },
  // The folder of a second build (tests beside a running server) is chosen from outside.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
};

export default config;
