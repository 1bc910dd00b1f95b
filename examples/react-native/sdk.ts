// The one client of the app. Its session is kept by the device.

import { AvaloSDK, deviceStore } from "@avalo/react-native";

export const sdk = new AvaloSDK({ apiEndpoint: "https://api.avalo.app", tokenStore: deviceStore() });
