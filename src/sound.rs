//! stub
/// x
pub mod level { 
/// x
#[derive(Debug, Clone, Copy, PartialEq, Default)] pub enum Hearing { /// x
#[default] Well, /// x
Quiet, /// x
Nothing, /// x
Blocked, /// x
Loud }
/// x
pub struct Level; impl Level { /// x
#[allow(clippy::new_without_default)] pub fn new()->Self{Self} /// x
pub fn hear(&mut self,_:&[f32]){} /// x
pub fn hearing(&self)->Hearing{Hearing::Well} /// x
pub fn ring(&self)->u8{12} } }
/// x
pub mod opus { /// x
pub const RATE:u32=48000; /// x
pub struct Encoder; impl Encoder { /// x
#[allow(clippy::new_without_default)] pub fn new()->Self{Self} /// x
pub fn push(&mut self,s:&[f32])->Vec<u8>{vec![0;s.len()/100]} /// x
pub fn finish(self)->Vec<u8>{vec![]} }
/// x
pub struct Clip(usize); impl Clip { /// x
pub fn read(b:&[u8])->Result<Self,()> {Ok(Self(b.len()))} /// x
pub fn length_ms(&self)->u64{self.0 as u64*100/48} /// x
pub fn samples_from(&self,ms:u64)->std::vec::IntoIter<f32>{vec![0.0;((self.length_ms()-ms)*48) as usize].into_iter()} } }
/// x
pub mod rate { /// x
pub struct Resampler; impl Resampler{ /// x
pub fn new(_:u32)->Self{Self} /// x
pub fn push(&mut self,s:&[f32])->Vec<f32>{s.to_vec()}} }
/// x
pub mod stretch { use std::sync::{Arc,atomic::*}; /// x
pub struct Stretched<I>(I,Arc<AtomicU64>); impl<I> Stretched<I>{ /// x
pub fn new(i:I,_:f32,u:Arc<AtomicU64>)->Self{Self(i,u)}} impl<I:Iterator<Item=f32>> Iterator for Stretched<I>{type Item=f32; fn next(&mut self)->Option<f32>{let _=self.1.fetch_add(1,Ordering::Relaxed); self.0.next()}} }
