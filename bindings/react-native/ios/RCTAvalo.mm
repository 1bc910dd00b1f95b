// The TurboModule `Avalo`: a shell over AvaloModule.swift.

#import <AvaloSpec/AvaloSpec.h>
#import "avalo_react_native-Swift.h"

@interface RCTAvalo : NativeAvaloSpecBase <NativeAvaloSpec>
@end

@implementation RCTAvalo {
  AvaloModule *_module;
}

+ (NSString *)moduleName {
  return @"Avalo";
}

- (instancetype)init {
  if (self = [super init]) {
    __weak RCTAvalo *weak = self;
    _module = [[AvaloModule alloc] initWithTell:^(NSString *line) {
      [weak emitOnTold:line];
    }];
  }
  return self;
}

- (void)invalidate {
  [_module invalidate];
}

- (void)open:(double)engine settings:(NSString *)settings {
  [_module open:(NSInteger)engine settings:settings];
}

- (void)call:(double)engine call:(double)call row:(NSString *)row params:(NSString *)params options:(NSString *)options {
  [_module call:(NSInteger)engine call:(uint32_t)call row:row params:params options:options];
}

- (void)stream:(double)engine call:(double)call row:(NSString *)row params:(NSString *)params options:(NSString *)options {
  [_module stream:(NSInteger)engine call:(uint32_t)call row:row params:params options:options];
}

- (void)listen:(double)engine call:(double)call row:(NSString *)row {
  [_module listen:(NSInteger)engine call:(uint32_t)call row:row];
}

- (void)signOut:(double)engine call:(double)call {
  [_module signOut:(NSInteger)engine call:(uint32_t)call];
}

- (void)giveUp:(double)engine call:(double)call {
  [_module giveUp:(NSInteger)engine call:(uint32_t)call];
}

- (void)settle:(double)engine work:(double)work done:(BOOL)done text:(NSString *_Nullable)text {
  [_module settle:(NSInteger)engine work:(uint32_t)work done:done text:text];
}

- (void)close:(double)engine {
  [_module close:(NSInteger)engine];
}

- (void)setAwake:(BOOL)awake {
  [_module setAwake:awake];
}

- (void)loadSession:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
  [_module loadSession:^(NSString *session, BOOL done) {
    done ? resolve(session) : reject(@"avalo_store", @"the device could not keep the session", nil);
  }];
}

- (void)saveSession:(NSString *)session resolve:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
  [_module saveSession:session :^(BOOL done) {
    done ? resolve(nil) : reject(@"avalo_store", @"the device could not keep the session", nil);
  }];
}

- (void)clearSession:(RCTPromiseResolveBlock)resolve reject:(RCTPromiseRejectBlock)reject {
  [_module clearSession:^(BOOL done) {
    done ? resolve(nil) : reject(@"avalo_store", @"the device could not keep the session", nil);
  }];
}

- (std::shared_ptr<facebook::react::TurboModule>)getTurboModule:
    (const facebook::react::ObjCTurboModule::InitParams &)params {
  return std::make_shared<facebook::react::NativeAvaloSpecJSI>(params);
}

@end
