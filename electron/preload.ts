import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { CHANNELS, type DesktopApi } from './contract.ts';

// Named calls only: the page never gets `ipcRenderer`, nor the event object that would lead back to it.
const api: DesktopApi = {
  platform: process.platform,
  request: (envelope) => ipcRenderer.invoke(CHANNELS.request, envelope),
  onPush(listener) {
    const hear = (_event: unknown, push: unknown): void => listener(push);
    ipcRenderer.on(CHANNELS.push, hear);
    return () => {
      ipcRenderer.off(CHANNELS.push, hear);
    };
  },
  openFile: () => ipcRenderer.invoke(CHANNELS.openFile) as ReturnType<DesktopApi['openFile']>,
  chooseFolder: () => ipcRenderer.invoke(CHANNELS.chooseFolder) as ReturnType<DesktopApi['chooseFolder']>,
  takeOpenedFile: () => ipcRenderer.invoke(CHANNELS.takeOpened) as ReturnType<DesktopApi['takeOpenedFile']>,
  onOpenedFile(listener) {
    const hear = (): void => listener();
    ipcRenderer.on(CHANNELS.opened, hear);
    return () => {
      ipcRenderer.off(CHANNELS.opened, hear);
    };
  },
  saveFile: (file) => ipcRenderer.invoke(CHANNELS.saveFile, file) as ReturnType<DesktopApi['saveFile']>,
  openExternal: (url) => ipcRenderer.invoke(CHANNELS.openExternal, url) as ReturnType<DesktopApi['openExternal']>,
  setZoom(factor) {
    if (Number.isFinite(factor)) webFrame.setZoomFactor(Math.min(Math.max(factor, 0.5), 3));
  },
  setLook(look) {
    void ipcRenderer.invoke(CHANNELS.setLook, look);
  },
  setMenu(groups) {
    void ipcRenderer.invoke(CHANNELS.setMenu, groups);
  },
  editText(how) {
    void ipcRenderer.invoke(CHANNELS.editText, how);
  },
  onAct(listener) {
    const hear = (_event: unknown, id: unknown): void => listener(String(id));
    ipcRenderer.on(CHANNELS.act, hear);
    return () => {
      ipcRenderer.off(CHANNELS.act, hear);
    };
  },
};

contextBridge.exposeInMainWorld('dialogram', api);
